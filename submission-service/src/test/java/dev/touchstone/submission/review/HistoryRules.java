package dev.touchstone.submission.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.touchstone.events.Decision;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.OwnerStatement.AutoApproved;
import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.OwnerStatement.Stalled;
import dev.touchstone.events.OwnerStatement.Superseded;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.StageStatement.Rejected;

/** What holds of every move of every history. */
record HistoryRules(Moment before, Move move, List<EventDraft> told, Moment after) {

    /** A review between two moves. */
    record Moment(UUID round, ReviewState state, Map<UUID, ReviewState.Ended> earlier) {

        static Moment of(Played review) {
            return new Moment(review.dossier.review().workflowRunId(), review.state, Map.copyOf(review.earlier));
        }
    }

    void check() {
        after.earlier.values().forEach(HistoryRules::nothingIsAwaited);
        onlyWhatIsAwaitedIsOpen();
        everythingToldNamesItsRoundAndAttempt();
        if (after.round.equals(before.round)) {
            assertEquals(before.earlier, after.earlier, "an earlier round changed");
            theRoundGoesOn();
        } else {
            aRoundIsOpened();
        }
    }

    private void aRoundIsOpened() {
        Move.Reopen reopen = assertInstanceOf(Move.Reopen.class, move);
        assertEquals(reopen.workflowRunId(), after.round);
        assertEquals(before.earlier.size() + 1, after.earlier.size());
        assertEquals(assertInstanceOf(ReviewState.Ended.class, before.state), after.earlier.get(before.round));
        assertInstanceOf(ReviewState.Prechecking.class, after.state);
        assertEquals(List.of("precheck/requested/1"), told.stream().map(Played::named).toList());
    }

    private void theRoundGoesOn() {
        attemptsOnlyGrow();
        everyNewAttemptIsAskedForOnce();
        if (before.state instanceof ReviewState.Ended) {
            assertEquals(before.state, after.state, "an end was left");
            told.forEach(draft -> assertInstanceOf(Superseded.class, draft.body(), "told after the end"));
            assertTrue(!asksForAnAnswer() || told.size() == 1, "a person got no answer");
        } else if (move instanceof Move.Heard(StageEvent event) && !event.review().workflowRunId().equals(after.round)) {
            assertEquals(before.state, after.state, "an earlier round had an effect");
        }
        onlyAStallIsToldAsOne();
        publicationIsApproved();
        everyEndIsToldOnce();
    }

    private boolean asksForAnAnswer() {
        return move instanceof Move.Heard(StageEvent event)
                && (event.body() instanceof RetryRequested || event.body() instanceof HumanDecision);
    }

    private void everythingToldNamesItsRoundAndAttempt() {
        UUID round = move instanceof Move.Heard(StageEvent event) ? event.review().workflowRunId() : after.round;
        for (EventDraft draft : told) {
            assertEquals(round, draft.review().workflowRunId(), "told in another round");
            if (draft.body() instanceof Superseded late) {
                StageEvent event = assertInstanceOf(Move.Heard.class, move).event();
                assertEquals(new EventDraft.AttemptRef(event.stage(), event.attempt()), draft.at());
                assertEquals(event.event(), late.event());
            } else {
                assertEquals(Math.max(1, after.state.history().attempts(draft.at().stage())), draft.at().attempt());
            }
        }
    }

    private void attemptsOnlyGrow() {
        for (Stage stage : Stage.values()) {
            int grown = grown(stage);
            assertTrue(grown == 0 || grown == 1, () -> stage + " grew by " + grown);
        }
    }

    private int grown(Stage stage) {
        return after.state.history().attempts(stage) - before.state.history().attempts(stage);
    }

    private void onlyWhatIsAwaitedIsOpen() {
        switch (after.state) {
            case ReviewState.Open open -> assertEquals(List.of(open.stage()), awaited(open));
            case ReviewState.Ended ended -> nothingIsAwaited(ended);
        }
    }

    private static void nothingIsAwaited(ReviewState.Ended ended) {
        assertEquals(List.of(), awaited(ended));
    }

    private static List<Stage> awaited(ReviewState state) {
        return state.history().stages().entrySet().stream().filter(entry -> entry.getValue().awaited())
                .map(Map.Entry::getKey).toList();
    }

    /** A stall asks for what was already asked for, and for nothing else. */
    private void everyNewAttemptIsAskedForOnce() {
        boolean stalled = told.stream().anyMatch(draft -> draft.body() instanceof Stalled);
        for (Stage stage : Stage.values()) {
            boolean again = stalled && after.state instanceof ReviewState.Open open && open.stage() == stage;
            assertEquals(grown(stage) == 1 || again ? 1 : 0, requests(stage), () -> "requests of " + stage);
        }
    }

    private long requests(Stage stage) {
        return told.stream().filter(draft -> draft.body() instanceof Requested && draft.at().stage() == stage).count();
    }

    private void onlyAStallIsToldAsOne() {
        boolean due = move instanceof Move.Stall && before.state instanceof ReviewState.Working;
        assertEquals(due ? 1 : 0, count(Stalled.class));
        if (due) {
            assertEquals(before.state.getClass(), after.state.getClass());
            assertEquals(2, told.size());
        }
    }

    /** Nobody gets to publication but by the policy, by a person, or once more after either, in the same round. */
    private void publicationIsApproved() {
        if (after.state instanceof ReviewState.Publishing && !(before.state instanceof ReviewState.Publishing)) {
            StageEvent event = assertInstanceOf(Move.Heard.class, move).event();
            boolean byPolicy = event.body() instanceof Completed && count(AutoApproved.class) == 1;
            boolean byPerson = event.body() instanceof HumanDecision decision && decision.decision() == Decision.APPROVED
                    && !decision.sourceStage().isBefore(Stage.JUDGE);
            boolean again = event.stage() == Stage.PUBLISH && before.state.history().conclusion().approvedBecause() != null;
            assertTrue(byPolicy || byPerson || again, "published without approval");
        }
        if (after.state instanceof ReviewState.Publishing || after.state instanceof ReviewState.Published) {
            assertNotNull(after.state.history().conclusion().approvedBecause());
        }
        if (after.state instanceof ReviewState.Published && !before.state.equals(after.state)) {
            assertInstanceOf(ReviewState.Publishing.class, before.state);
        }
    }

    private void everyEndIsToldOnce() {
        boolean ends = after.state instanceof ReviewState.Ended && before.state instanceof ReviewState.Open;
        assertEquals(ends && after.state instanceof ReviewState.Rejected ? 1 : 0, count(Rejected.class));
        assertEquals(ends && after.state instanceof ReviewState.Cancelled ? 1 : 0, count(Cancelled.class));
        assertTrue(!(ends && after.state instanceof ReviewState.Cancelled) || move instanceof Move.Cancel);
    }

    private long count(Class<? extends EventBody> kind) {
        return told.stream().filter(draft -> kind.isInstance(draft.body())).count();
    }
}
