package dev.touchstone.local.wandb.artifacts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

import dev.touchstone.local.wandb.http.Blob;

/** The digest by which the service recognises an artifact's content: over paths and file digests, nothing else. */
public final class ManifestDigest {

    private static final Comparator<String> BY_BYTES = Comparator
            .comparing(path -> path.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private ManifestDigest() {
    }

    /** @param digests path to base64 MD5 */
    public static String of(Map<String, String> digests) {
        StringBuilder text = new StringBuilder("wandb-artifact-manifest-v1\n");
        digests.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_BYTES))
                .forEach(entry -> text.append(entry.getKey()).append(':').append(entry.getValue()).append('\n'));
        return Blob.of(text.toString()).md5Hex();
    }
}
