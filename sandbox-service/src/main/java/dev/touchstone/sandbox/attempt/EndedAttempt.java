package dev.touchstone.sandbox.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An attempt that has ended, whatever it came to, with the files that it left behind.
 *
 * @param endedAt when its outcome was stored
 */
public record EndedAttempt(Key key, List<File> files, Instant endedAt) {

    public EndedAttempt {
        files = List.copyOf(files);
    }

    /**
     * Which attempt it was.
     *
     * @param round the review round's workflowRunId
     * @param attempt from 1
     */
    public record Key(UUID submissionId, UUID round, Stage stage, int attempt) {

        static Key of(StageEvent request) {
            return new Key(request.submissionId(), request.review().workflowRunId(), request.stage(), request.attempt());
        }
    }

    /**
     * A file by its content.
     *
     * @param digest {@code sha256:} and 64 hexadecimal digits
     * @param size in bytes
     */
    @RegisterForReflection
    public record File(String name, String mediaType, String digest, long size) {

        static File of(ArtifactRef ref) {
            return new File(ref.name(), ref.mediaType(), ref.digest(), ref.size());
        }
    }

    /** What was said in it; empty where the gate could not look. */
    Optional<File> transcript() {
        return files.stream().filter(file -> file.name().equals(TranscriptFile.nameOf(key.stage()))).findFirst();
    }

    /** What was made of the transcript. */
    List<File> reports() {
        return files.stream().filter(file -> !file.name().equals(TranscriptFile.nameOf(key.stage()))).toList();
    }
}
