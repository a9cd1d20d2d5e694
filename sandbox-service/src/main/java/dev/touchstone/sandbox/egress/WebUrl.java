package dev.touchstone.sandbox.egress;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final Pattern DOTTED_QUAD = Pattern
            .compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
    /** Resolvers read such a last label as a number, so 127.1, 0x7f.1 or 2130706433 would be an address in disguise. */
    private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)");

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
        } catch (Unusable unusable) {
            return new Parsed.Invalid(new Reason(FailureCode.BAD_URL, unusable.getMessage()));
        }
    }

    /** The address, where the host is one and not a name. */
    Optional<InetAddress> literal() {
        if (host.startsWith("[")) {
            return Optional.of(Inet6Address.ofLiteral(host.substring(1, host.length() - 1)));
        }
        return DOTTED_QUAD.matcher(host).matches() ? Optional.of(Inet4Address.ofLiteral(host)) : Optional.empty();
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

    private static WebUrl read(String text) throws Unusable {
        URI uri = syntax(text);
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        require(tls || "http".equalsIgnoreCase(uri.getScheme()), "only http and https are called");
        String authority = uri.getRawAuthority();
        require(authority != null && !authority.isEmpty(), "there is no host");
        require(!authority.contains("@"), "user information is not allowed in a URL");
        int colon = authority.startsWith("[") ? authority.indexOf(':', authority.indexOf(']') + 1) : authority.indexOf(':');
        String host = host(colon < 0 ? authority : authority.substring(0, colon));
        int port = colon < 0 ? (tls ? 443 : 80) : port(authority.substring(colon + 1));
        return new WebUrl(tls, host, port, target(URI.create(uri.toASCIIString())));
    }

    private static URI syntax(String text) throws Unusable {
        require(text.length() <= LONGEST, "it is longer than " + LONGEST + " characters");
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new Unusable("it is not a URL");
        }
    }

    /** The host of an authority or of an allowance, in the form that is compared. */
    static String host(String written) throws Unusable {
        return written.startsWith("[") ? ipv6(written) : name(written);
    }

    private static String ipv6(String written) throws Unusable {
        require(written.endsWith("]") && !written.contains("%"), "the host is not an IPv6 address without a zone");
        try {
            byte[] bytes = Inet6Address.ofLiteral(written.substring(1, written.length() - 1)).getAddress();
            // Java answers with four bytes where the six-group form only wraps an IPv4 address.
            require(bytes.length == 16, "the host is an IPv4 address in IPv6 form");
            return "[" + InetAddress.ofLiteral(written.substring(1, written.length() - 1)).getHostAddress() + "]";
        } catch (IllegalArgumentException malformed) {
            throw new Unusable("the host is not an IPv6 address");
        }
    }

    private static String name(String written) throws Unusable {
        String ascii;
        try {
            ascii = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            throw new Unusable("the host is not a name");
        }
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        require(!name.isEmpty() && name.length() <= 253 && !name.startsWith(".") && !name.contains(".."),
                "the host is not a name");
        require(!NUMERIC_END.matcher(name).matches() || DOTTED_QUAD.matcher(name).matches(),
                "an IPv4 address is written as four decimal numbers");
        return name;
    }

    static int port(String written) throws Unusable {
        require(written.matches("\\d{1,5}"), "the port is not a number");
        int port = Integer.parseInt(written);
        require(port >= 1 && port <= 65_535, "the port is not from 1 to 65535");
        return port;
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static void require(boolean condition, String otherwise) throws Unusable {
        if (!condition) {
            throw new Unusable(otherwise);
        }
    }

    /** Ends the reading at the first fault; never leaves this class but for {@link AllowedHosts}. */
    static final class Unusable extends Exception {

        Unusable(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            String message = super.getMessage();
            return message == null ? "" : message;
        }
    }
}
