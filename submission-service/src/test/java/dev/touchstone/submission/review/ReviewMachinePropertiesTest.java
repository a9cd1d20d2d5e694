package dev.touchstone.submission.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.EventDraft;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.submission.review.HistoryRules.Moment;

/**
 * What holds of every history, whatever happens in whatever order and however often. A history that breaks a rule is
 * reported by its seed, with only those of its moves that it takes to break it.
 */
class ReviewMachinePropertiesTest {

    private static final Logger LOG = Logger.getLogger(ReviewMachinePropertiesTest.class);
    /** More by {@code -Dtouchstone.histories=12000}. */
    private static final int HISTORIES = Integer.getInteger("touchstone.histories", 4_000);
    private static final int LONGEST = 60;

    @Test
    void everyHistoryKeepsTheRules() {
        long begun = System.nanoTime();
        Map<String, Integer> seen = new TreeMap<>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            count(play(seed), seen);
        }
        LOG.infof("%d histories of %d moves in %d ms: %s", HISTORIES, LONGEST, (System.nanoTime() - begun) / 1_000_000, seen);
        // The generator is only worth something if it gets everywhere.
        for (String place : List.of("Published", "Rejected", "Cancelled", "reopened")) {
            assertTrue(seen.getOrDefault(place, 0) > HISTORIES / 20, seen::toString);
        }
    }

    private static void count(Played review, Map<String, Integer> seen) {
        seen.merge(review.state.getClass().getSimpleName(), 1, Integer::sum);
        review.earlier.values().forEach(ended -> seen.merge(ended.getClass().getSimpleName(), 1, Integer::sum));
        seen.merge("reopened", review.earlier.isEmpty() ? 0 : 1, Integer::sum);
    }

    private static Played play(int seed) {
        RandomMoves moves = new RandomMoves(seed);
        Played review = new Played(moves.review());
        for (int step = 0; step < LONGEST; step++) {
            Move move = moves.next(review);
            broken(review, move).ifPresent(fault -> {
                List<Move> fewest = fewest(moves.review(), review.moves);
                fail("seed " + seed + ": " + fault + "\nbroken by\n"
                        + fewest.stream().map(Move::toString).collect(Collectors.joining("\n")));
            });
        }
        sameMovesLeadToTheSameState(review, moves.review(), seed);
        return review;
    }

    /** The rule that the move breaks, if it breaks one. */
    private static Optional<String> broken(Played review, Move move) {
        Moment before = Moment.of(review);
        try {
            List<EventDraft> told = review.plays(move);
            new HistoryRules(before, move, told, Moment.of(review)).check();
            return Optional.empty();
        } catch (AssertionError | RuntimeException fault) {
            return Optional.of(fault.toString());
        }
    }

    /** Leaves out one move after the other as long as what is left still breaks a rule. */
    private static List<Move> fewest(ReviewRef first, List<Move> moves) {
        List<Move> kept = new ArrayList<>(moves);
        for (int index = moves.size() - 1; index >= 0; index--) {
            Move left = kept.remove(index);
            if (!breaks(first, kept)) {
                kept.add(index, left);
            }
        }
        return kept;
    }

    private static boolean breaks(ReviewRef first, List<Move> moves) {
        Played again = new Played(first);
        return moves.stream().anyMatch(move -> broken(again, move).isPresent());
    }

    private static void sameMovesLeadToTheSameState(Played review, ReviewRef first, int seed) {
        Played again = new Played(first, UnaryOperator.identity());
        review.moves.forEach(again::plays);
        assertEquals(review.state, again.state, () -> "seed " + seed);
        assertEquals(review.earlier, again.earlier, () -> "seed " + seed);
        assertEquals(review.told, again.told, () -> "seed " + seed);
    }
}
