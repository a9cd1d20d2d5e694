package dev.touchstone.review.ledger.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes of the ledger, as 64 lower-case hexadecimal digits. */
public final class Hashes {

    /** What the first entry has in the place of its predecessor's hash. */
    public static final String NONE = "0".repeat(64);

    /** RFC 6962 sets leaves apart from inner nodes, so that neither can stand for the other. */
    private static final byte LEAF = 0;

    private Hashes() {
    }

    /** SHA-256(0x00 || entry), the leaf hash of RFC 6962. */
    public static String leaf(String entry) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return hex(sha256.digest(bytes(entry)));
    }

    public static String plain(String text) {
        return hex(sha256().digest(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
