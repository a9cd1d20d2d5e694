package dev.touchstone.telemetry.wandb.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.touchstone.telemetry.wandb.Content;

/**
 * A file of a run that a history row or the summary points at. The file is uploaded among the run's files; the row holds
 * the value under its key.
 *
 * @param path among the run's files
 * @param value what stands in the row and in the summary
 */
public record MediaFile(String path, Content content, Map<String, Object> value) {

    /** Enough of the digest to tell one version of a file from another. */
    private static final int DIGITS = 20;

    public MediaFile {
        value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
    }

    /**
     * A table, which W&amp;B shows in a panel of the run.
     *
     * @param key of the row's member
     * @param step of the row
     */
    public static MediaFile table(String key, long step, Table table) {
        Content content = table.asRunFile();
        String sha256 = sha256(content);
        String path = "media/table/" + inPath(key) + "_" + step + "_" + sha256.substring(0, DIGITS) + ".table.json";
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("_type", "table-file");
        value.put("ncols", table.columns().size());
        value.put("nrows", table.rows().size());
        value.put("sha256", sha256);
        value.put("size", content.size());
        value.put("path", path);
        value.put("log_mode", "IMMUTABLE");
        return new MediaFile(path, content, value);
    }

    /** A key may have slashes, which stay directories, but must not lead anywhere else. */
    private static String inPath(String key) {
        String name = Arrays.stream(key.split("/", -1)).filter(segment -> !segment.isEmpty())
                .map(segment -> segment.equals(".") || segment.equals("..") ? "_" : segment)
                .map(segment -> segment.replaceAll("[\\p{Cntrl}\\\\]", "_")).collect(Collectors.joining("/"));
        Names.requirePath(name);
        return name;
    }

    private static String sha256(Content content) {
        try (InputStream in = content.open(); DigestInputStream digested = new DigestInputStream(in, sha256())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
