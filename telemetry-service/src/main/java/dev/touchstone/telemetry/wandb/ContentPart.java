package dev.touchstone.telemetry.wandb;

import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a content.
 *
 * @param offset of its first byte in the whole
 */
record ContentPart(Content whole, long offset, long size, Md5 md5) implements Content {

    @Override
    public InputStream open() throws IOException {
        InputStream in = whole.open();
        try {
            in.skipNBytes(offset);
            return new BoundedStream(in, size);
        } catch (IOException shorter) {
            in.close();
            throw shorter;
        }
    }
}
