package dev.touchstone.local.chaos;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A text as our services and as W&amp;B name it. */
final class Digests {

    private Digests() {
    }

    static String ours(String content) {
        return "sha256:" + HexFormat.of().formatHex(digest("SHA-256", content));
    }

    static String wandbs(String content) {
        return Base64.getEncoder().encodeToString(digest("MD5", content));
    }

    private static byte[] digest(String algorithm, String content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has " + algorithm, impossible);
        }
    }
}
