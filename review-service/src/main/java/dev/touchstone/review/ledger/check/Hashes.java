package dev.touchstone.review.ledger.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.touchstone.review.ledger.tree.Hash;

/** The hashes of the ledger, as 64 lower-case hexadecimal digits. */
public final class Hashes {

    /** What the first entry has in the place of its predecessor's hash. */
    public static final String NONE = "0".repeat(64);

    private Hashes() {
    }

    /** SHA-256(0x00 || entry), the leaf hash of RFC 6962. */
    public static String leaf(String entry) {
        return Hash.leaf(entry).hex();
    }

    /** SHA-256 of the UTF-8 bytes alone. */
    public static String plain(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
