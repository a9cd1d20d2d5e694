package dev.touchstone.review.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.WandbRecord;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The progress of a review in the words that the submission API uses too. */
@RegisterForReflection
record ProgressAnswer(@JsonUnwrapped Case about, List<StageProgress> stages, @JsonUnwrapped Result result,
        @JsonUnwrapped Recorded recorded, Map<String, String> links) {

    @RegisterForReflection
    record Case(UUID submissionId, String organizationId, @JsonUnwrapped Agent agent, @JsonUnwrapped Rounds rounds,
            @JsonUnwrapped Standing standing) {
    }

    /**
     * @param round the current one's number, from 1
     * @param rounds all of them in their order
     */
    @RegisterForReflection
    record Rounds(int round, UUID workflowRunId, List<RoundLine> rounds) {
    }

    @RegisterForReflection
    record Agent(String agentId, String revision, String displayName) {
    }

    @RegisterForReflection
    record Standing(CaseState state, boolean terminal, @Nullable String statusReason, Instant changedAt) {
    }

    /**
     * @param status {@code pending} where the stage has not been asked for in this round
     */
    @RegisterForReflection
    record StageProgress(Stage stage, String status, @Nullable Integer attempt, @JsonUnwrapped Timing timing,
            @JsonUnwrapped Counting counting) {
    }

    @RegisterForReflection
    record Timing(@Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable Instant stalledSince) {
    }

    @RegisterForReflection
    record Counting(@Nullable Integer done, @Nullable Integer total, @Nullable String message, List<String> warnings) {
    }

    @RegisterForReflection
    record Result(@Nullable String verdict, @Nullable TrustScoreCalculated trustScore, Findings.@Nullable Decided decision,
            Findings.@Nullable Overriding overriding, CaseView.@Nullable Question pending) {
    }

    /** At W&amp;B. */
    @RegisterForReflection
    record Recorded(RunAnswer wandbRun, List<WandbRecord.Artifact> wandbArtifacts) {
    }

    static ProgressAnswer of(CaseView view) {
        CaseView.Subject subject = view.subject();
        CaseView.Course course = view.course();
        Findings findings = view.findings();
        return new ProgressAnswer(
                new Case(view.submissionId(), subject.organizationId(),
                        new Agent(subject.review().agentId(), subject.review().revision(), subject.displayName()),
                        new Rounds(subject.round(), subject.review().workflowRunId(), RoundLine.of(view)),
                        new Standing(course.state(), course.state().isTerminal(), course.reason(), course.changedAt())),
                Stream.of(Stage.values()).map(stage -> stage(view, stage)).toList(),
                new Result(verdict(findings), findings.trustScore(), findings.decision(), findings.overriding(),
                        course.question()),
                new Recorded(RunAnswer.of(view), view.trail().wandb().artifacts()), links(view.submissionId()));
    }

    private static StageProgress stage(CaseView view, Stage stage) {
        Optional<StageAttempt> current = view.current(stage);
        return current.map(ProgressAnswer::stage).orElseGet(() -> new StageProgress(stage, "pending", null,
                new Timing(null, null, null), new Counting(null, null, null, List.of())));
    }

    private static StageProgress stage(StageAttempt attempt) {
        StageAttempt.Progress progress = attempt.outcome().progress();
        List<String> reasons = attempt.outcome().reasons();
        return new StageProgress(attempt.key().stage(), attempt.status().key(), attempt.key().attempt(),
                new Timing(attempt.times().startedAt(), attempt.times().endedAt(), attempt.times().stalledSince()),
                new Counting(progress == null ? null : progress.done(), progress == null ? null : progress.total(),
                        reasons.isEmpty() ? null : String.join("; ", reasons), attempt.outcome().warnings()));
    }

    private static @Nullable String verdict(Findings findings) {
        return findings.verdict() == null ? null : findings.verdict().ruling().key();
    }

    private static Map<String, String> links(UUID submissionId) {
        return Map.of("page", "/submissions/" + submissionId, "events", "/review/events/" + submissionId,
                "ledger", "/review/ledger/" + submissionId, "run", "/review/runs/" + submissionId);
    }
}
