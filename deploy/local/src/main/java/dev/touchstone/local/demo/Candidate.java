package dev.touchstone.local.demo;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.touchstone.local.agents.Sample;
import dev.touchstone.local.client.Progress;

/** One sample agent under review, as far as it is known. Belongs to the one thread that watches. */
final class Candidate {

    private final Sample sample;
    private final String submissionId;
    private final Set<Integer> decided = new HashSet<>();
    private @Nullable Progress progress;

    Candidate(Sample sample, String submissionId) {
        this.sample = sample;
        this.submissionId = submissionId;
    }

    Sample sample() {
        return sample;
    }

    String submissionId() {
        return submissionId;
    }

    Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    void update(Progress latest) {
        progress = latest;
    }

    boolean isTerminal() {
        return progress().filter(Progress::isTerminal).isPresent();
    }

    boolean isPublished() {
        return progress().filter(known -> known.state().equals("published")).isPresent();
    }

    /** The attempt of the human stage that waits for a decision which was not given yet. */
    Optional<Integer> undecided() {
        return progress().filter(Progress::awaitsDecision).flatMap(known -> known.step("human"))
                .map(Progress.Step::attempt).filter(attempt -> !decided.contains(attempt));
    }

    void decided(int attempt) {
        decided.add(attempt);
    }

    boolean endedAsItShould() {
        return isTerminal() && isPublished() == sample.deservesPublication();
    }
}
