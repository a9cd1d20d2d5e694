package dev.touchstone.sandbox.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses belong to the public internet, after the IANA special-purpose registries for IPv4 and IPv6. IPv6 is
 * closed by default: only 2000::/3 is given out, and what tunnels or translates IPv4 is refused whole, since the IPv4
 * address inside may lead anywhere.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA IPv4 special-purpose registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA IPv6 special-purpose registry</a>
 */
final class PublicAddresses {

    private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3", "global unicast");

    private static final List<AddressRange> SPECIAL_IPV4 = List.of(
            AddressRange.of("0.0.0.0/8", "this network"),
            AddressRange.of("10.0.0.0/8", "private use"),
            AddressRange.of("100.64.0.0/10", "shared address space"),
            AddressRange.of("127.0.0.0/8", "loopback"),
            // The addresses of cloud metadata services are here, except Azure's below.
            AddressRange.of("169.254.0.0/16", "link local"),
            AddressRange.of("168.63.129.16/32", "cloud metadata"),
            AddressRange.of("172.16.0.0/12", "private use"),
            AddressRange.of("192.0.0.0/24", "protocol assignments"),
            AddressRange.of("192.0.2.0/24", "documentation"),
            // These three are reachable, but no agent is: they answer name service queries and multicast tunnels.
            AddressRange.of("192.31.196.0/24", "name service sink"),
            AddressRange.of("192.52.193.0/24", "multicast tunnelling"),
            AddressRange.of("192.175.48.0/24", "name service sink"),
            AddressRange.of("192.88.99.0/24", "6to4 relay anycast"),
            AddressRange.of("192.168.0.0/16", "private use"),
            AddressRange.of("198.18.0.0/15", "benchmarking"),
            AddressRange.of("198.51.100.0/24", "documentation"),
            AddressRange.of("203.0.113.0/24", "documentation"),
            AddressRange.of("224.0.0.0/4", "multicast"),
            AddressRange.of("240.0.0.0/4", "reserved"));

    private static final List<AddressRange> SPECIAL_IPV6 = List.of(
            AddressRange.of("::/128", "unspecified"),
            AddressRange.of("::1/128", "loopback"),
            // IPv4-mapped (::ffff:0:0/96) is not listed: Java reads it as the IPv4 address that it is, and if it should
            // ever not, it is outside of 2000::/3.
            AddressRange.of("::/96", "IPv4-compatible"),
            AddressRange.of("64:ff9b::/96", "IPv4 translation"),
            AddressRange.of("64:ff9b:1::/48", "IPv4 translation"),
            AddressRange.of("100::/64", "discard only"),
            AddressRange.of("100:0:0:1::/64", "dummy prefix"),
            AddressRange.of("2001::/32", "Teredo"),
            AddressRange.of("2001::/23", "protocol assignments"),
            AddressRange.of("2001:db8::/32", "documentation"),
            AddressRange.of("2002::/16", "6to4"),
            AddressRange.of("2620:4f:8000::/48", "name service sink"),
            AddressRange.of("3fff::/20", "documentation"),
            AddressRange.of("5f00::/16", "segment routing"),
            AddressRange.of("fc00::/7", "unique local"),
            AddressRange.of("fe80::/10", "link local"),
            AddressRange.of("fec0::/10", "site local"),
            AddressRange.of("ff00::/8", "multicast"));

    private PublicAddresses() {
    }

    static boolean isPublic(InetAddress address) {
        return whyNot(address).isEmpty();
    }

    /** What the address is instead of public, in two words; empty for a public one. */
    static Optional<String> whyNot(InetAddress address) {
        List<AddressRange> special = address instanceof Inet4Address ? SPECIAL_IPV4 : SPECIAL_IPV6;
        Optional<String> name = special.stream().filter(range -> range.test(address)).map(AddressRange::name)
                .findFirst();
        if (name.isPresent() || address instanceof Inet4Address) {
            return name;
        }
        return !GLOBAL_UNICAST.test(address) ? Optional.of("reserved")
                : wrapsIpv4(address.getAddress()) ? Optional.of("IPv4 tunnel") : Optional.empty();
    }

    /** ISATAP (RFC 5214): under any prefix, an interface of this form leads on to the IPv4 address behind it. */
    private static boolean wrapsIpv4(byte[] ipv6) {
        return (ipv6[8] & 0xfd) == 0 && ipv6[9] == 0 && ipv6[10] == 0x5e && ipv6[11] == (byte) 0xfe;
    }
}
