package dev.touchstone.review.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 hash of the tree: of a leaf, of an inner node or of the whole.
 *
 * @param hex 64 lower-case hexadecimal digits; other spellings of the same hash are refused, so that equal hashes are equal
 */
public record Hash(String hex) {

    /** The head of a tree without leaves: the hash of no bytes. */
    public static final Hash EMPTY = digest();

    /** RFC 6962 sets leaves apart from inner nodes, so that neither can stand for the other. */
    private static final byte[] LEAF = { 0 };
    private static final byte[] INNER = { 1 };
    private static final int DIGITS = 64;

    /** @throws IllegalArgumentException if it is not 64 lower-case hexadecimal digits */
    public Hash {
        if (hex.length() != DIGITS || !hex.chars().allMatch(Hash::isDigit)) {
            throw new IllegalArgumentException("A hash has 64 lower-case hexadecimal digits");
        }
    }

    /** SHA-256(0x00 ‖ UTF-8 bytes of the text). */
    public static Hash leaf(String text) {
        return leaf(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256(0x00 ‖ data). */
    public static Hash leaf(byte[] data) {
        return digest(LEAF, data);
    }

    /** SHA-256(0x01 ‖ left ‖ right), each as its 32 bytes. */
    static Hash of(Hash left, Hash right) {
        return digest(INNER, left.bytes(), right.bytes());
    }

    /** @throws IllegalArgumentException if they are not 32 bytes */
    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    private static Hash digest(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return of(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }
}
