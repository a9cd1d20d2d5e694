package dev.touchstone.local.wandb.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** The storage behind uploads: each content once, found by its MD5. In memory, or one file a content in a directory. */
public final class Blobs {

    private final @Nullable Path directory;
    private final Map<String, Blob> byMd5 = new ConcurrentHashMap<>();

    /** @param directory null for memory */
    public Blobs(@Nullable Path directory) {
        this.directory = directory;
    }

    public Blob keep(Blob content) {
        return byMd5.computeIfAbsent(content.md5Hex(),
                md5 -> directory == null ? content : write(content, directory.resolve(md5)));
    }

    private static Blob write(Blob content, Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Path part = file.resolveSibling(file.getFileName() + ".part");
                Files.write(part, content.bytes());
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return content.in(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param md5 in hex */
    public Optional<Blob> find(String md5) {
        Blob known = byMd5.get(md5);
        return known == null ? Optional.ofNullable(read(md5)) : Optional.of(known);
    }

    private @Nullable Blob read(String md5) {
        Path file = directory == null || !md5.matches("[0-9a-f]{32}") ? null : directory.resolve(md5);
        try {
            return file == null || !Files.exists(file) ? null : new Blob(Files.readAllBytes(file)).in(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
