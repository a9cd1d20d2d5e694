package dev.touchstone.telemetry.wandb.offline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a file, made when they are asked for, so that they need not be in memory. */
@FunctionalInterface
public interface FileContent {

    void writeTo(OutputStream out) throws IOException;

    static FileContent of(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
