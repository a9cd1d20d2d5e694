package dev.touchstone.telemetry.wandb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on disk. If it changes, its upload fails: neither size nor digest are what the storage was told. */
record FileContent(Path file, long size, Md5 md5) implements Content {

    static FileContent read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileContent(file, Files.size(file), Md5.of(in));
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
