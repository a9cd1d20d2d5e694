package dev.touchstone.sandbox.attempt;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.sandbox.attempt.EndedAttempt.File;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What came of judging an attempt again.
 *
 * @param same whether every report is the stored one, byte for byte
 * @param files the reports as they were made again, null where something differs
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replay(boolean same, @Nullable List<File> files, @Nullable Difference firstDifference) {

    static Replay same(List<File> files) {
        return new Replay(true, List.copyOf(files), null);
    }

    static Replay different(Difference first) {
        return new Replay(false, null, first);
    }

    static File file(Report report) {
        byte[] content = report.content();
        return new File(report.name(), report.mediaType(), Artifacts.digest(content), content.length);
    }
}
