package dev.touchstone.sandbox.attempt;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.artifacts.StoredArtifact;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.sandbox.attempt.EndedAttempt.File;
import io.quarkus.arc.All;

/**
 * Judges attempts again. Concurrency: one at a time in a replica, since a transcript is large and its judging takes a
 * processor that running attempts need.
 */
@ApplicationScoped
class Replays {

    private final List<Judging> judgings;
    private final Artifacts artifacts;
    private final Semaphore free = new Semaphore(1);

    Replays(@All List<Judging> judgings, Artifacts artifacts) {
        this.judgings = judgings;
        this.artifacts = artifacts;
    }

    /**
     * The reports that a transcript leads to.
     *
     * @throws NotATranscript if it leads to none
     */
    List<File> judge(String transcript) {
        return reports(transcript).stream().map(Replay::file).toList();
    }

    /**
     * Compares what the attempt's transcript leads to with what the attempt left behind.
     *
     * @throws NotATranscript if its transcript is of a format that nothing here judges
     */
    Replay replay(EndedAttempt attempt) {
        File transcript = attempt.transcript().orElseThrow(ReplayProblems::neverJudged);
        List<Report> again = reports(content(transcript).orElseThrow(ReplayProblems::transcriptGone));
        return first(attempt.reports(), again).map(Replay::different)
                .orElseGet(() -> Replay.same(again.stream().map(Replay::file).toList()));
    }

    private List<Report> reports(String transcript) {
        if (!free.tryAcquire()) {
            throw ReplayProblems.busy();
        }
        try {
            TranscriptFile file = TranscriptFile.read(transcript);
            return judgings.stream().filter(judging -> judging.stage() == file.stage()).findFirst()
                    .orElseThrow(() -> new NotATranscript("Nothing here judges the stage " + file.stage().key() + "."))
                    .judge(transcript);
        } finally {
            free.release();
        }
    }

    private Optional<Difference> first(List<File> stored, List<Report> replayed) {
        Map<String, Report> again = replayed.stream().collect(
                Collectors.toMap(Report::name, Function.identity(), (one, other) -> other, LinkedHashMap::new));
        for (File file : stored) {
            Report report = again.remove(file.name());
            Optional<Difference> difference = report == null
                    ? Optional.of(Difference.ofFiles(file.name(), file.digest(), null))
                    : between(file, report);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return again.values().stream().findFirst()
                .map(more -> Difference.ofFiles(more.name(), null, Replay.file(more).digest()));
    }

    /** By the digests where the stored content is gone. */
    private Optional<Difference> between(File stored, Report replayed) {
        String digest = Replay.file(replayed).digest();
        if (stored.digest().equals(digest)) {
            return Optional.empty();
        }
        return Optional.of(content(stored).flatMap(text -> Difference.between(stored.name(), text, replayed.text()))
                .orElseGet(() -> Difference.ofFiles(stored.name(), stored.digest(), digest)));
    }

    private Optional<String> content(File file) {
        return Optional.ofNullable(Blocking.inTransaction(() -> artifacts.find(file.digest())))
                .flatMap(StoredArtifact::content).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
