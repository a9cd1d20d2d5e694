package dev.touchstone.submission.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.Decision;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.OwnerStatement.AutoApproved;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.OwnerStatement.Superseded;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Rejected;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.Samples;

/** What holds of every history, whatever is said in whatever order and however often. */
class ReviewMachinePropertiesTest {

    private static final int HISTORIES = 2_500;
    private static final int LONGEST = 50;
    private static final List<Stage> STAGES = List.of(Stage.values());

    @Test
    void everyHistoryKeepsTheRules() {
        Map<String, Integer> ends = new TreeMap<>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            Played review = play(new Random(seed), seed);
            ends.merge(review.state.getClass().getSimpleName(), 1, Integer::sum);
        }
        // The generator is only worth something if it gets everywhere.
        assertTrue(ends.getOrDefault("Published", 0) > HISTORIES / 20 && ends.getOrDefault("Rejected", 0) > HISTORIES / 20,
                ends::toString);
    }

    private static Played play(Random random, int seed) {
        Played review = new Played();
        List<StageEvent> said = new ArrayList<>();
        for (int step = 0; step < LONGEST; step++) {
            StageEvent event = next(random, review, said);
            ReviewState before = review.state;
            List<EventDraft> told = review.hears(event);
            said.add(event);
            keepsTheRules(before, review.state, event, told, "seed " + seed + ", step " + step + ": " + event.event());
        }
        return review;
    }

    /** Mostly what the open attempt could say, else anything about any attempt, or something said before. */
    private static StageEvent next(Random random, Played review, List<StageEvent> said) {
        int choice = random.nextInt(10);
        if (choice == 0 && !said.isEmpty()) {
            return said.get(random.nextInt(said.size()));
        }
        if (choice < 7 && review.state instanceof ReviewState.Open open) {
            return event(review, open.stage(), open.history().attempts(open.stage()), body(random, open.stage()));
        }
        Stage stage = any(random);
        EventBody body = random.nextInt(3) == 0 ? Told.retry() : body(random, stage);
        return event(review, stage, 1 + random.nextInt(4), body);
    }

    private static Stage any(Random random) {
        return STAGES.get(random.nextInt(STAGES.size()));
    }

    private static StageEvent event(Played review, Stage stage, int attempt, EventBody body) {
        return Samples.event(review.dossier.review(), stage, attempt, 1, body);
    }

    private static EventBody body(Random random, Stage stage) {
        return switch (random.nextInt(8)) {
            case 0 -> new Started();
            case 1 -> Told.failed(random.nextBoolean() ? "gate_failed" : "internal_error");
            case 2 -> stage == Stage.PRECHECK && random.nextInt(4) == 0 ? Told.failed("precheck_failed") : new Started();
            default -> ending(random, stage);
        };
    }

    private static EventBody ending(Random random, Stage stage) {
        return switch (stage) {
            case PRECHECK, SECURITY, FUNCTIONAL -> Told.passed(stage, random.nextDouble());
            case JUDGE -> random.nextBoolean() ? Told.passed(stage, random.nextDouble()) : Told.judged("manual");
            case HUMAN -> Told.decided(random.nextBoolean() ? Decision.APPROVED : Decision.REJECTED,
                    any(random));
            case PUBLISH -> new Published(URI.create("http://localhost/"), null, "approved");
        };
    }

    private static void keepsTheRules(ReviewState before, ReviewState after, StageEvent event, List<EventDraft> told,
            String where) {
        if (before instanceof ReviewState.Ended) {
            assertEquals(before, after, where);
            onlyWhatCameTooLateIsTold(event, told, where);
        }
        attemptsOnlyGrow(before.history(), after.history(), where);
        exactlyTheAttemptOfItsStageIsOpen(after, where);
        everyNewAttemptIsAskedForOnce(before.history(), after.history(), told, where);
        publicationIsApproved(before, after, event, told, where);
        if (after instanceof ReviewState.Rejected && !(before instanceof ReviewState.Rejected)) {
            assertEquals(1, told.stream().filter(draft -> draft.body() instanceof Rejected).count(), where);
        }
    }

    /** Nothing follows an end but the record of what came too late. */
    private static void onlyWhatCameTooLateIsTold(StageEvent event, List<EventDraft> told, String where) {
        boolean person = event.body() instanceof RetryRequested || event.body() instanceof HumanDecision;
        assertTrue(told.size() <= 1 && (told.size() == 1 || !person), where);
        told.forEach(
                draft -> assertEquals(event.event(), assertInstanceOf(Superseded.class, draft.body(), where).event(), where));
    }

    private static void attemptsOnlyGrow(History before, History after, String where) {
        for (Stage stage : Stage.values()) {
            int grown = after.attempts(stage) - before.attempts(stage);
            assertTrue(grown == 0 || grown == 1, where);
        }
    }

    private static void exactlyTheAttemptOfItsStageIsOpen(ReviewState state, String where) {
        List<Stage> awaited = state.history().stages().entrySet().stream().filter(entry -> entry.getValue().awaited())
                .map(Map.Entry::getKey).toList();
        switch (state) {
            case ReviewState.Open open -> assertEquals(List.of(open.stage()), awaited, where);
            case ReviewState.Ended ignored -> assertEquals(List.of(), awaited, where);
        }
    }

    private static void everyNewAttemptIsAskedForOnce(History before, History after, List<EventDraft> told, String where) {
        Map<Stage, Integer> asked = new EnumMap<>(Stage.class);
        told.stream().filter(draft -> draft.body() instanceof Requested)
                .forEach(draft -> asked.merge(draft.at().stage(), draft.at().attempt(), Integer::sum));
        for (Stage stage : Stage.values()) {
            boolean grown = after.attempts(stage) > before.attempts(stage);
            assertEquals(grown ? after.attempts(stage) : 0, asked.getOrDefault(stage, 0), where);
        }
    }

    /** Nobody gets to publication but by the policy, by a person, or once more after either. */
    private static void publicationIsApproved(ReviewState before, ReviewState after, StageEvent event, List<EventDraft> told,
            String where) {
        if (after instanceof ReviewState.Publishing && !(before instanceof ReviewState.Publishing)) {
            boolean byPolicy = event.body() instanceof Completed
                    && told.stream().anyMatch(draft -> draft.body() instanceof AutoApproved);
            boolean byPerson = event.body() instanceof HumanDecision decision && decision.decision() == Decision.APPROVED
                    && !decision.sourceStage().isBefore(Stage.JUDGE);
            boolean again = event.stage() == Stage.PUBLISH && before.history().conclusion().approvedBecause() != null;
            assertTrue(byPolicy || byPerson || again, where);
        }
    }
}
