package dev.touchstone.telemetry.wandb;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The MD5 by which W&amp;B and its storages know bytes; it protects nothing.
 *
 * @param base64 as manifests and the header {@code Content-MD5} have it: standard alphabet, padded
 */
public record Md5(String base64) {

    private static final int BUFFER = 64 << 10;

    public static Md5 of(byte[] bytes) {
        return finished(digest(), bytes);
    }

    /** Reads to the end, with a buffer of fixed size. Does not close. */
    public static Md5 of(InputStream in) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return finished(digest, new byte[0]);
    }

    /** As artifact digests and the parts of an upload have it. Lower case. */
    public String hex() {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }

    private static Md5 finished(MessageDigest digest, byte[] last) {
        return new Md5(Base64.getEncoder().encodeToString(digest.digest(last)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has MD5", impossible);
        }
    }
}
