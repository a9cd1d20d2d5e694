package dev.touchstone.review.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before signing in. Always a page of this service, whatever a link to the sign-in says. */
record ReturnPath(String path) {

    static final String SIGN_IN = "/sign-in";

    private static final ReturnPath QUEUE = new ReturnPath("/");
    private static final int LONGEST = 1_000;

    /** What a link or a form says; the queue where that leads elsewhere. */
    static ReturnPath of(@Nullable String said) {
        return said != null && said.length() <= LONGEST && isOwn(said) ? new ReturnPath(said) : QUEUE;
    }

    /** After a request that needs somebody to be known: there again, or, for a form, to the page that it was on. */
    static ReturnPath after(String method, URI request) {
        String path = request.getRawPath();
        if (method.equals("GET")) {
            return of(request.getRawQuery() == null ? path : path + "?" + request.getRawQuery());
        }
        return path.startsWith("/submissions/") ? of(path.substring(0, path.lastIndexOf('/'))) : QUEUE;
    }

    /** Browsers take a backslash for a slash, and leave out line breaks and tabs; so only plain addresses count as own. */
    private static boolean isOwn(String said) {
        if (!said.startsWith("/") || said.startsWith("//") || said.startsWith(SIGN_IN)
                || !said.matches("[\\x21-\\x7E&&[^\\\\]]+")) {
            return false;
        }
        try {
            URI address = new URI(said);
            return !address.isAbsolute() && address.getRawAuthority() == null && address.getRawFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    URI uri() {
        return URI.create(path);
    }

    /** The address of the sign-in that leads back here. */
    String signIn() {
        return from(SIGN_IN);
    }

    /** The same by way of the identity provider. */
    String signInWithProvider() {
        return from(SIGN_IN + "/provider");
    }

    private String from(String address) {
        return path.equals("/") ? address : address + "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
