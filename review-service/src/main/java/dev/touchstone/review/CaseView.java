package dev.touchstone.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.WandbRun;
import dev.touchstone.events.access.Caller;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One review as a reviewer sees it: the fold of its events in the timeline's order, and of nothing else. Topics keep no
 * order among each other, so an event can come late; then the case is folded anew ({@link #of}), never patched.
 */
@RegisterForReflection
public record CaseView(Subject subject, Course course, List<StageAttempt> attempts, Findings findings, Trail trail) {

    /**
     * What is reviewed.
     *
     * @param review of the current round
     * @param agent as last requested; null before the first request was seen
     * @param rounds in their order, the current one last
     */
    @RegisterForReflection
    public record Subject(ReviewRef review, @Nullable AgentTarget agent, @Nullable ReviewContext context, List<UUID> rounds) {

        public Subject {
            rounds = List.copyOf(rounds);
        }

        /** From the card, so hostile; else the agent's id. */
        public String displayName() {
            return agent == null ? review.agentId() : agent.displayName();
        }

        /** Whose submission it is; nobody's before the first request was seen. */
        public String organizationId() {
            String told = context == null ? null : context.organizationId();
            return told == null || told.isBlank() ? Sight.UNCLAIMED : told;
        }

        /** The agent's id, or empty where that is already its name. */
        public String ownId() {
            return displayName().equals(review.agentId()) ? "" : review.agentId();
        }

        /** From 1. */
        public int round() {
            return rounds.size();
        }
    }

    /**
     * How the review goes.
     *
     * @param reason for the state, where one was given
     * @param question what a person is asked now
     */
    @RegisterForReflection
    public record Course(CaseState state, @Nullable String reason, @Nullable Question question, Instant startedAt,
            Instant changedAt) {

        Course to(CaseState newState, @Nullable String why) {
            return new Course(newState, why, null, startedAt, changedAt);
        }

        Course awaiting(Question asked) {
            return new Course(CaseState.AWAITING_DECISION, asked.reason(), asked, startedAt, changedAt);
        }

        Course seen(Instant at) {
            return new Course(state, reason, question, startedAt, at.isAfter(changedAt) ? at : changedAt);
        }
    }

    /** What a person is asked. */
    @RegisterForReflection
    public record Question(Stage sourceStage, String reason, int attempt, Instant since) {
    }

    public CaseView {
        attempts = List.copyOf(attempts);
    }

    /** The case after its first event. */
    public static CaseView begin(StageEvent first) {
        Instant at = first.origin().occurredAt();
        return new CaseView(new Subject(first.review(), null, null, List.of(first.review().workflowRunId())),
                new Course(CaseState.IN_REVIEW, null, null, at, at), List.of(), Findings.NONE, Trail.from(first))
                .apply(first);
    }

    /**
     * The case after all its events, in whatever order they are given.
     *
     * @throws java.util.NoSuchElementException if there are none
     */
    public static CaseView of(List<StageEvent> events) {
        return of(events, (event, view) -> {
        });
    }

    /**
     * The same.
     *
     * @param after hears of every event, in the timeline's order, with the case that it left
     */
    public static CaseView of(List<StageEvent> events, BiConsumer<StageEvent, CaseView> after) {
        List<StageEvent> timeline = events.stream().sorted(Comparator.comparing(Trail.Mark::of)).toList();
        RefusedRetries refused = RefusedRetries.in(timeline);
        CaseView view = begin(timeline.getFirst());
        after.accept(timeline.getFirst(), view);
        for (StageEvent event : timeline.subList(1, timeline.size())) {
            view = refused.has(event) ? Projection.pass(view, event) : view.apply(event);
            after.accept(event, view);
        }
        return view;
    }

    /** The case after one more event, which must not change the past ({@link #changesThePast}). */
    public CaseView apply(StageEvent event) {
        return Projection.apply(this, event);
    }

    /** Whether the event changes what was applied before it: it belongs before that, or takes effect from it. */
    public boolean changesThePast(StageEvent event) {
        return Trail.Mark.of(event).compareTo(trail.last()) < 0 || RefusedRetries.isRefusal(event);
    }

    /** How one of the review's rounds stands, or stood when another followed it; empty where nothing was told of it. */
    public Optional<CaseView> inRound(int number, List<StageEvent> events) {
        UUID round = subject.rounds().get(number - 1);
        List<StageEvent> told = events.stream().filter(event -> event.review().workflowRunId().equals(round)).toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(of(told).asRoundOf(this, number));
    }

    private CaseView asRoundOf(CaseView whole, int number) {
        Subject numbered = new Subject(subject.review(), subject.agent(), subject.context(),
                whole.subject().rounds().subList(0, number));
        return new CaseView(numbered, course, attempts, findings, trail.withRunOf(whole.trail()));
    }

    /** Whether the caller would judge what its own organisation made. */
    public boolean isOwnOf(Caller caller) {
        return caller.isOf(subject.organizationId());
    }

    public UUID submissionId() {
        return subject.review().submissionId();
    }

    /** The W&amp;B run, under the id that W&amp;B has it under as far as that was told. */
    public WandbRun wandbRun() {
        WandbRun named = subject.review().wandbRun();
        String alias = trail.wandb().alias();
        return alias == null ? named : named.withAlias(alias);
    }

    /** Whether telemetry-service keeps the run for somebody to upload, as far as that was told. */
    public boolean keptOffline() {
        RunStateChanged run = trail.run();
        return run != null && run.state() == RunState.OFFLINE;
    }

    /** The latest attempt of the stage in the current round. */
    public Optional<StageAttempt> current(Stage stage) {
        return attempts.stream()
                .filter(attempt -> attempt.key().round().equals(subject.review().workflowRunId())
                        && attempt.key().stage() == stage)
                .max(Comparator.comparingInt(attempt -> attempt.key().attempt()));
    }

    /** What the current attempts warned of. */
    public List<String> warnings() {
        return List.of(Stage.values()).stream().flatMap(stage -> current(stage).stream())
                .flatMap(attempt -> attempt.outcome().warnings().stream()).distinct().toList();
    }
}
