package dev.touchstone.submission.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.Samples;

/** States as the version before rounds stored them. These files never change. */
class FormerStatesTest {

    private static final Path FOLDER = Path.of("src/test/resources/former-states");

    @ParameterizedTest
    @ValueSource(strings = { "prechecking", "testing", "judging", "awaiting-decision", "publishing", "published", "rejected" })
    void aFormerStateIsReadAndKeptAsItIs(String name) throws IOException {
        // Given
        String former = Files.readString(FOLDER.resolve(name + ".json"));
        // When
        ReviewState state = ReviewJson.read(former);
        // Then
        assertEquals(state, ReviewJson.read(ReviewJson.write(state)));
        assertEquals(name, name(state));
        assertEquals(1, state.history().attempts(Stage.PRECHECK));
    }

    @Test
    void aFormerReviewGoesOn() throws IOException {
        // Given
        Played review = new Played();
        review.state = ReviewJson.read(Files.readString(FOLDER.resolve("testing.json")));
        // When
        review.plays(new Move.Stall(Samples.NOON));
        review.says(Stage.FUNCTIONAL, Told.passed(Stage.FUNCTIONAL));
        // Then
        assertEquals(List.of("functional/stalled/2", "functional/requested/2", "judge/requested/2"),
                review.toldSoFar().subList(1, 4));
    }

    private static String name(ReviewState state) {
        return switch (state) {
            case ReviewState.Prechecking ignored -> "prechecking";
            case ReviewState.Testing ignored -> "testing";
            case ReviewState.Judging ignored -> "judging";
            case ReviewState.AwaitingDecision ignored -> "awaiting-decision";
            case ReviewState.Publishing ignored -> "publishing";
            case ReviewState.Published ignored -> "published";
            case ReviewState.Rejected ignored -> "rejected";
            case ReviewState.Cancelled ignored -> "cancelled";
        };
    }
}
