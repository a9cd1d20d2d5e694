package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @CsvSource({
            "0.0.0.0, this network", "0.0.0.1, this network", "0.255.255.255, this network",
            "10.0.0.0, private use", "10.1.2.3, private use", "10.255.255.255, private use",
            "100.64.0.0, shared address space", "100.100.100.200, shared address space",
            "100.127.255.255, shared address space",
            "127.0.0.0, loopback", "127.0.0.1, loopback", "127.255.255.255, loopback",
            "168.63.129.16, cloud metadata",
            "169.254.0.0, link local", "169.254.169.254, link local", "169.254.170.2, link local",
            "169.254.255.255, link local",
            "172.16.0.0, private use", "172.31.255.255, private use",
            "192.0.0.0, protocol assignments", "192.0.0.192, protocol assignments", "192.0.0.255, protocol assignments",
            "192.0.2.0, documentation", "192.0.2.255, documentation",
            "192.31.196.0, name service sink", "192.31.196.255, name service sink",
            "192.52.193.0, multicast tunnelling", "192.52.193.255, multicast tunnelling",
            "192.175.48.0, name service sink", "192.175.48.255, name service sink",
            "192.88.99.0, 6to4 relay anycast", "192.88.99.255, 6to4 relay anycast",
            "192.168.0.0, private use", "192.168.1.1, private use", "192.168.255.255, private use",
            "198.18.0.0, benchmarking", "198.19.255.255, benchmarking",
            "198.51.100.0, documentation", "198.51.100.255, documentation",
            "203.0.113.0, documentation", "203.0.113.255, documentation",
            "224.0.0.0, multicast", "239.255.255.255, multicast",
            "240.0.0.0, reserved", "255.255.255.254, reserved", "255.255.255.255, reserved" })
    void aSpecialIpv4AddressIsNotPublic(String address, String name) {
        assertEquals(name, PublicAddresses.whyNot(InetAddress.ofLiteral(address)).orElse("public"));
    }

    @ParameterizedTest
    @CsvSource({
            "::, unspecified", "::1, loopback",
            "::2, IPv4-compatible", "::127.0.0.1, IPv4-compatible", "::8.8.8.8, IPv4-compatible",
            "64:ff9b::, IPv4 translation", "64:ff9b::127.0.0.1, IPv4 translation", "64:ff9b::8.8.8.8, IPv4 translation",
            "64:ff9b:1::, IPv4 translation", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff, IPv4 translation",
            "100::, discard only", "100::ffff:ffff:ffff:ffff, discard only",
            "2001::, Teredo", "2001:0:7f00:1::, Teredo",
            "2001:2::1, protocol assignments", "2001:20::1, protocol assignments", "2001:1ff:ffff::, protocol assignments",
            "2001:db8::, documentation", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, documentation",
            "2002::, 6to4", "2002:7f00:1::1, 6to4", "2002:808:808::1, 6to4",
            "3fff::, documentation", "3fff:fff:ffff::1, documentation",
            "fc00::, unique local", "fd00:ec2::254, unique local", "fd20:ce::254, unique local",
            "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, unique local",
            "fe80::, link local", "fe80::1, link local", "febf:ffff::1, link local",
            "fec0::, site local", "feff::1, site local",
            "ff00::, multicast", "ff02::1, multicast", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, multicast",
            "4000::1, reserved", "5f00::1, segment routing", "100:0:0:1::1, dummy prefix", "2620:4f:8000::1, name service sink",
            "2001:4860:4860:0:0:5efe:a00:1, IPv4 tunnel", "2001:4860:4860:0:200:5efe:808:808, IPv4 tunnel",
            "1fff::1, reserved", "64:ff9a::1, reserved", "e000::1, reserved" })
    void aSpecialIpv6AddressIsNotPublic(String address, String name) {
        assertEquals(name, PublicAddresses.whyNot(InetAddress.ofLiteral(address)).orElse("public"));
    }

    @ParameterizedTest
    @CsvSource({ "::ffff:127.0.0.1, loopback", "::ffff:10.0.0.1, private use", "::ffff:a9fe:a9fe, link local" })
    void anIpv4MappedAddressIsWhatItWraps(String address, String name) {
        assertEquals(name, PublicAddresses.whyNot(InetAddress.ofLiteral(address)).orElse("public"));
    }

    @ParameterizedTest
    @ValueSource(bytes = { 127, 8 })
    void anIpv4MappedAddressThatStayedOneIsNotPublic(byte first) throws UnknownHostException {
        // Given
        byte[] bytes = new byte[16];
        bytes[10] = (byte) 0xff;
        bytes[11] = (byte) 0xff;
        bytes[12] = first;
        InetAddress mapped = Inet6Address.getByAddress(null, bytes, -1);
        // When
        String name = PublicAddresses.whyNot(mapped).orElse("public");
        // Then
        assertEquals("reserved", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "1.0.0.0", "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
            "128.0.0.0", "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
            "191.255.255.255", "192.0.1.0", "192.0.3.0", "192.31.195.255", "192.31.197.0", "192.52.192.255", "192.52.194.0",
            "192.175.47.255", "192.175.49.0", "192.88.98.255", "192.88.100.0", "192.167.255.255", "192.169.0.0",
            "198.17.255.255", "198.20.0.0", "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255",
            "2000::1", "2001:200::1", "2001:4860:4860::8888", "2001:db7:ffff::1", "2001:db9::1", "2003::1", "2606:4700::1111",
            "2620:4f:8001::1", "2001:4860:4860:0:100:5efe:808:808",
            "2a00:1450::1", "3ffe::1", "3fff:1000::1" })
    void anyOtherAddressIsPublic(String address) {
        assertTrue(PublicAddresses.isPublic(InetAddress.ofLiteral(address)));
    }
}
