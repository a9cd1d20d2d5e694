package dev.touchstone.submission.review;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.touchstone.events.Actor;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.EventKinds;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.policy.Policy;
import dev.touchstone.submission.policy.Safeguards;
import dev.touchstone.submission.policy.Yardstick;
import dev.touchstone.submission.review.progress.Progress;

/** A review played without a broker or a database; its state goes through its JSON form after every event. */
final class Played {

    private static final Policy POLICY = new Policy("policy-test", Policy.Weights.of(30, 40, 20, 10),
            new Policy.Bands(40, 80), Safeguards.FLOOR, Policy.LargestDrop.of(5));

    final ReviewRef first;
    final List<Move> moves = new ArrayList<>();
    final List<EventDraft> told = new ArrayList<>();
    /** By workflow run id, in their order. */
    final Map<UUID, ReviewState.Ended> earlier = new LinkedHashMap<>();
    /** In the round that is under way or came last. */
    Dossier dossier;
    ReviewState state;

    private final UnaryOperator<ReviewState> storing;

    Played() {
        this(Samples.review());
    }

    Played(ReviewRef review) {
        this(review, Played::stored);
    }

    /** @param storing what becomes of a state between two moves */
    Played(ReviewRef review, UnaryOperator<ReviewState> storing) {
        first = review;
        this.storing = storing;
        dossier = new Dossier(review, Samples.agent(URI.create("http://agent.invalid/")),
                new ReviewContext("acme", null, null, null, "policy-test"), null);
        Transition begun = ReviewMachine.begin(dossier);
        told.addAll(begun.drafts());
        state = storing.apply(begun.next());
    }

    /** Lets the stage's latest attempt say something. */
    Played says(Stage stage, EventBody body) {
        return says(stage, Math.max(1, state.history().attempts(stage)), body);
    }

    Played says(Stage stage, int attempt, EventBody body) {
        hears(Samples.event(dossier.review(), stage, attempt, told.size() + 1L, body));
        return this;
    }

    /** What is told because of the event. */
    List<EventDraft> hears(StageEvent event) {
        return plays(new Move.Heard(event));
    }

    /** What is told because of the move. One that is refused, as the service would refuse it, changes nothing. */
    List<EventDraft> plays(Move move) {
        moves.add(move);
        List<EventDraft> because = switch (move) {
            case Move.Heard(StageEvent event) -> heard(event);
            case Move.Cancel(String reason, Actor by) -> state instanceof ReviewState.Open open
                    ? take(open.cancelled(new Course(dossier, open.history()), reason, by))
                    : List.of();
            case Move.Stall(Instant since) -> state instanceof ReviewState.Working working
                    ? take(working.stalled(new Course(dossier, working.history()), since))
                    : List.of();
            case Move.Reopen(UUID round, String reason, Actor by) -> state instanceof ReviewState.Ended ended
                    ? reopen(ended, round, reason, by)
                    : List.of();
        };
        told.addAll(because);
        return because;
    }

    private List<EventDraft> heard(StageEvent event) {
        UUID round = event.review().workflowRunId();
        ReviewMachine machine = new ReviewMachine(dossier.inRound(round), new Yardstick(POLICY, null));
        ReviewState.Ended before = earlier.get(round);
        return before == null ? take(machine.apply(state, event)) : machine.late(before, event);
    }

    private List<EventDraft> reopen(ReviewState.Ended ended, UUID round, String reason, Actor by) {
        earlier.put(dossier.review().workflowRunId(), ended);
        dossier = dossier.inRound(round);
        return take(ended.reopened(new Course(dossier, History.NONE), reason, by));
    }

    private List<EventDraft> take(Transition transition) {
        state = storing.apply(transition.next());
        return transition.drafts();
    }

    Played passesUpTo(Stage last) {
        for (Stage stage : Stage.values()) {
            if (!last.isBefore(stage)) {
                says(stage, Told.passed(stage));
            }
        }
        return this;
    }

    /** All that was told, as {@code stage/event/attempt}. */
    List<String> toldSoFar() {
        return told.stream().map(Played::named).toList();
    }

    static String named(EventDraft draft) {
        return draft.at().stage().key() + "/" + EventKinds.nameOf(draft.body()) + "/" + draft.at().attempt();
    }

    EventDraft last() {
        return told.getLast();
    }

    Progress progress() {
        Round round = new Round(1, dossier.review().workflowRunId(), Round.Opening.submitted(Samples.NOON), state,
                Samples.NOON);
        Progress.KnownRun run = new Progress.KnownRun(null, List.of());
        return Progress.of(new Progress.Known(dossier, "makers", List.of(round),
                new Progress.Told(Map.of(), List.of()), run, null), Map.of());
    }

    String status(Stage stage) {
        return progress().stages().stream().filter(each -> each.stage() == stage).findFirst().orElseThrow().status();
    }

    private static ReviewState stored(ReviewState state) {
        ReviewState read = ReviewJson.read(ReviewJson.write(state));
        if (!read.equals(state)) {
            throw new AssertionError(read + " was " + state);
        }
        return read;
    }
}
