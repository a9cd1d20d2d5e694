package dev.touchstone.judge.questions.found;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.artifacts.Artifacts;

/** Files as security and functional leave them, valid by the schemas of those stages. */
public final class FoundFiles {

    private static final String CLEAN_SUMMARY = text("security_summary_clean.json");
    private static final String SUMMARY = text("security_summary.json");
    private static final String REPORT = text("functional_report.jsonl");
    private static final String TRANSCRIPT = text("functional_transcript.jsonl");
    /** The one scenario of the report that the agent was not asked. */
    private static final String CLEAN_REPORT = last(REPORT);
    private static final String CLEAN_TRANSCRIPT = TRANSCRIPT.lines().findFirst().orElseThrow() + "\n" + last(TRANSCRIPT);

    private FoundFiles() {
    }

    static byte[] cleanSummary() {
        return bytes(CLEAN_SUMMARY);
    }

    static byte[] summary() {
        return bytes(SUMMARY);
    }

    static byte[] report() {
        return bytes(REPORT);
    }

    static byte[] transcript() {
        return bytes(TRANSCRIPT);
    }

    /** Of stages that found nothing to ask about. */
    public static Evidence clean(String host) {
        return evidence(host, CLEAN_SUMMARY, CLEAN_REPORT, CLEAN_TRANSCRIPT);
    }

    /** Of stages that found an agent weak. */
    public static Evidence weak(String host) {
        return evidence(host, SUMMARY, REPORT, TRANSCRIPT);
    }

    /** As weak, but the address of the report leads to something else. */
    public static Evidence changed(String host) {
        return Evidence.of(weak(host).artifacts().stream().map(file -> file.name().endsWith("_report.jsonl")
                ? new ArtifactRef(file.name(), file.mediaType(), file.size(), file.digest(),
                        URI.create(host + "/artifacts/" + Artifacts.digest(bytes(CLEAN_REPORT))))
                : file).toList());
    }

    /** What is served at a path that ends in a digest. */
    public static Optional<String> byPath(String path) {
        return Map.of("security", SUMMARY, "clean", CLEAN_SUMMARY, "report", REPORT, "transcript", TRANSCRIPT, "no report",
                CLEAN_REPORT, "no transcript", CLEAN_TRANSCRIPT).values().stream()
                .filter(file -> path.endsWith(Artifacts.digest(bytes(file)))).findFirst();
    }

    private static Evidence evidence(String host, String summary, String report, String transcript) {
        return Evidence.of(List.of(ref(host, "security_summary.json", summary), ref(host, "functional_report.jsonl", report),
                ref(host, "functional_transcript.jsonl", transcript)));
    }

    private static ArtifactRef ref(String host, String name, String content) {
        String digest = Artifacts.digest(bytes(content));
        return new ArtifactRef(name, "application/jsonl", bytes(content).length, digest,
                URI.create(host + "/artifacts/" + digest));
    }

    private static String last(String lines) {
        return lines.lines().reduce((one, other) -> other).orElseThrow() + "\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(FoundFiles.class.getResourceAsStream("/found/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
