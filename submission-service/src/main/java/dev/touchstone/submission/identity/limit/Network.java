package dev.touchstone.submission.identity.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one address. */
final class Network {

    private static final int HOST_BYTES = 8;

    private Network() {
    }

    /** An IPv4 address as it is; of IPv6 the network of 64 bits, which one subscriber has for itself. */
    static String of(String host) {
        try {
            return InetAddress.ofLiteral(host) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), HOST_BYTES)) + "/64"
                    : host;
        } catch (IllegalArgumentException noAddress) {
            return host;
        }
    }
}
