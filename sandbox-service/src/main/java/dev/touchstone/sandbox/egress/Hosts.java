package dev.touchstone.sandbox.egress;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/** Hosts and ports in the one form in which they are compared, wherever they were written. */
final class Hosts {

    private static final Pattern DOTTED_QUAD = Pattern
            .compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
    /** Resolvers read such a last label as a number, so 127.1, 0x7f.1 or 2130706433 would be an address in disguise. */
    private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)");

    private Hosts() {
    }

    /** A name in ASCII and lower case, a dotted quad, or an IPv6 address in brackets. */
    static String host(String written) throws Unusable {
        return written.startsWith("[") ? ipv6(written) : name(written);
    }

    private static String ipv6(String written) throws Unusable {
        require(written.endsWith("]") && !written.contains("%"), "the host is not an IPv6 address without a zone");
        try {
            InetAddress address = Inet6Address.ofLiteral(written.substring(1, written.length() - 1));
            // Java makes an IPv4 address of an IPv6 one that only wraps it.
            require(address instanceof Inet6Address, "the host is an IPv4 address in IPv6 form");
            return "[" + address.getHostAddress() + "]";
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

    static boolean isDottedQuad(String host) {
        return DOTTED_QUAD.matcher(host).matches();
    }

    static int port(String written) throws Unusable {
        require(written.matches("\\d{1,5}"), "the port is not a number");
        int port = Integer.parseInt(written);
        require(port >= 1 && port <= 65_535, "the port is not from 1 to 65535");
        return port;
    }

    static void require(boolean condition, String otherwise) throws Unusable {
        if (!condition) {
            throw new Unusable(otherwise);
        }
    }

    /** Ends the reading at the first fault; never leaves this package's parsers. */
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
