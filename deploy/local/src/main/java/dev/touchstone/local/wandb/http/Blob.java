package dev.touchstone.local.wandb.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Bytes that somebody sent, or that we answer: in memory, or in a file that nobody changes. */
public final class Blob {

    public static final Blob EMPTY = new Blob(new byte[0]);

    private interface Source {

        byte[] read() throws IOException;
    }

    private final Source source;
    private final int size;
    private final byte[] md5;

    public Blob(byte[] bytes) {
        byte[] own = bytes.clone();
        this.source = () -> own;
        this.size = own.length;
        this.md5 = digest(own);
    }

    private Blob(Path file, int size, byte[] md5) {
        this.source = () -> Files.readAllBytes(file);
        this.size = size;
        this.md5 = md5;
    }

    public static Blob of(String text) {
        return new Blob(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same content, whose bytes are in a file from now on. */
    Blob in(Path file) {
        return new Blob(file, size, md5);
    }

    public int size() {
        return size;
    }

    public byte[] bytes() {
        try {
            return source.read().clone();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        try {
            return new String(source.read(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Base64 of the MD5, the protocol's name for a file's content. */
    public String md5() {
        return Base64.getEncoder().encodeToString(md5);
    }

    public String md5Hex() {
        return HexFormat.of().formatHex(md5);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
