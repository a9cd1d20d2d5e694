package dev.touchstone.telemetry.wandb;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The address below which a credential may be shown: the same scheme, host and port, and the same beginning of the path. */
record BaseUrl(String text) {

    static BaseUrl of(URI uri) {
        return new BaseUrl(uri.toString().replaceAll("/+$", ""));
    }

    /**
     * @param path beginning with a slash, encoded
     */
    URI below(String path) {
        return URI.create(text + path);
    }

    /**
     * Where a server sends a file: an address of its own below the base, or any other of the web.
     *
     * @return empty where it is neither, or where it would leave the encryption that the base has
     */
    Optional<URI> target(String url) {
        try {
            URI uri = url.startsWith("/") ? below(url) : URI.create(url);
            boolean secret = scheme(uri).equals("https")
                    || (scheme(uri).equals("http") && !scheme(base()).equals("https"));
            return secret && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** An address that only looks as if it were below the base is not. */
    boolean covers(URI uri) {
        URI base = base();
        String path = path(uri);
        boolean plain = uri.getRawUserInfo() == null && uri.normalize().equals(uri)
                && !path.toLowerCase(Locale.ROOT).matches(".*(%2e|%2f|%5c|\\\\).*");
        return plain && scheme(uri).equals(scheme(base)) && host(uri).equals(host(base)) && port(uri) == port(base)
                && (path.equals(path(base)) || path.startsWith(path(base) + "/"));
    }

    private URI base() {
        return URI.create(text);
    }

    private static String path(URI uri) {
        return Objects.requireNonNullElse(uri.getRawPath(), "");
    }

    private static String scheme(URI uri) {
        return Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
    }

    private static String host(URI uri) {
        return Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : scheme(uri).equals("https") ? 443 : 80;
    }
}
