package dev.touchstone.submission.review;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.EventKinds;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.EventJson;
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

    final Dossier dossier = new Dossier(Samples.review(), Samples.agent(URI.create("http://agent.invalid/")),
            new ReviewContext("acme", null, null, null, "policy-test"), null);
    final ReviewMachine machine = new ReviewMachine(dossier, new Yardstick(POLICY, null));
    final List<EventDraft> told = new ArrayList<>();
    ReviewState state;

    Played() {
        Transition begun = ReviewMachine.begin(dossier);
        told.addAll(begun.drafts());
        state = stored(begun.next());
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
        Transition transition = machine.apply(state, event);
        told.addAll(transition.drafts());
        state = stored(transition.next());
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
        return Progress.of(dossier, state, null, Map.of());
    }

    String status(Stage stage) {
        return progress().stages().stream().filter(each -> each.stage() == stage).findFirst().orElseThrow().status();
    }

    private static ReviewState stored(ReviewState state) {
        try {
            String json = EventJson.mapper().writerFor(ReviewState.class).writeValueAsString(state);
            ReviewState read = EventJson.mapper().readValue(json, ReviewState.class);
            if (!read.equals(state)) {
                throw new AssertionError(read + " was " + state);
            }
            return read;
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
