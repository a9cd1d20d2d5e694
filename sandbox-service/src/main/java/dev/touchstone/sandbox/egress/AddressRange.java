package dev.touchstone.sandbox.egress;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * All addresses of one family that begin with the same bits.
 *
 * @param length of an address of the family, in bytes
 * @param rest how many trailing bits differ within the range
 * @param prefix the bits before those
 * @param name what the range is for, in two words
 */
record AddressRange(int length, int rest, BigInteger prefix, String name) implements Predicate<InetAddress> {

    /**
     * @param cidr as {@code 10.0.0.0/8} or {@code fc00::/7}
     * @throws IllegalArgumentException if it is written in another way
     */
    static AddressRange of(String cidr, String name) {
        int slash = cidr.indexOf('/');
        byte[] first = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
        int rest = first.length * Byte.SIZE - Integer.parseInt(cidr.substring(slash + 1));
        return new AddressRange(first.length, rest, new BigInteger(1, first).shiftRight(rest), name);
    }

    @Override
    public boolean test(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == length && new BigInteger(1, bytes).shiftRight(rest).equals(prefix);
    }
}
