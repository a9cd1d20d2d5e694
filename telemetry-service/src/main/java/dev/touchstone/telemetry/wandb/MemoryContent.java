package dev.touchstone.telemetry.wandb;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes that are in memory anyway. */
final class MemoryContent implements Content {

    private final byte[] bytes;
    private final Md5 md5;

    MemoryContent(byte[] bytes, Md5 md5) {
        this.bytes = bytes;
        this.md5 = md5;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public Md5 md5() {
        return md5;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
