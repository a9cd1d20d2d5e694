package dev.touchstone.sandbox.egress;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import dev.touchstone.sandbox.FailureCode;

/**
 * A URL in the one form in which it is vetted, sent and compared: ASCII host in lower case, port filled in, no user
 * information, no fragment.
 *
 * @param tls whether the scheme is https
 * @param host a name, a dotted quad, or an IPv6 address in brackets
 * @param target path and query as they go into the request line
 */
public record WebUrl(boolean tls, String host, int port, String target) {

    private static final int LONGEST = 2048;

    /** What a text is: a URL that can be vetted further, or none. */
    public sealed interface Parsed {

        record Valid(WebUrl url) implements Parsed {
        }

        record Invalid(Reason reason) implements Parsed {
        }
    }

    /** Reads what a submitter or a redirect wrote. */
    public static Parsed parse(String text) {
        try {
            return new Parsed.Valid(read(text));
        } catch (Hosts.Unusable unusable) {
            return new Parsed.Invalid(new Reason(FailureCode.BAD_URL, unusable.getMessage()));
        }
    }

    /** The address, where the host is one and not a name. */
    Optional<InetAddress> literal() {
        if (host.startsWith("[")) {
            return Optional.of(Inet6Address.ofLiteral(host.substring(1, host.length() - 1)));
        }
        return Hosts.isDottedQuad(host) ? Optional.of(Inet4Address.ofLiteral(host)) : Optional.empty();
    }

    /** Where a redirect leads from here. */
    Parsed resolve(String location) {
        try {
            return parse(URI.create(toString()).resolve(location).toString());
        } catch (IllegalArgumentException malformed) {
            return new Parsed.Invalid(new Reason(FailureCode.BAD_URL, "the location is not a URL"));
        }
    }

    /** Host and port, as limits and allowances know them. */
    String authority() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return (tls ? "https://" : "http://") + authority() + target;
    }

    private static WebUrl read(String text) throws Hosts.Unusable {
        Hosts.require(text.length() <= LONGEST, "it is longer than " + LONGEST + " characters");
        URI uri = syntax(text);
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        Hosts.require(tls || "http".equalsIgnoreCase(uri.getScheme()), "only http and https are called");
        String authority = uri.getRawAuthority();
        Hosts.require(authority != null && !authority.isEmpty(), "there is no host");
        Hosts.require(!authority.contains("@"), "user information is not allowed in a URL");
        int colon = authority.startsWith("[") ? authority.indexOf(':', authority.indexOf(']') + 1) : authority.indexOf(':');
        String host = Hosts.host(colon < 0 ? authority : authority.substring(0, colon));
        int port = colon < 0 ? (tls ? 443 : 80) : Hosts.port(authority.substring(colon + 1));
        // Normalising can make ASCII of what was none, so that the result has to be read again.
        return new WebUrl(tls, host, port, target(syntax(uri.toASCIIString())));
    }

    private static URI syntax(String text) throws Hosts.Unusable {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new Hosts.Unusable("it is not a URL");
        }
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
