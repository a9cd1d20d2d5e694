package dev.touchstone.submission.review;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.submission.Cards;

/** What stages say, by name. */
final class Told {

    private Told() {
    }

    /** A result that leaves nothing to be wished for. */
    static Completed passed(Stage stage) {
        return passed(stage, 1.0);
    }

    static Completed passed(Stage stage, double score) {
        return switch (stage) {
            case PRECHECK -> completed(Map.of("score", score, "warnings", 0.0), "{}");
            case SECURITY -> completed(Map.of("score", score, "leaked", 0.0, "attempted", 20.0),
                    "{\"suites\": [{\"name\": \"core\", \"version\": \"1\", \"digest\": \"sha256:00\"}]}");
            case FUNCTIONAL -> completed(Map.of("score", score, "scenarios", 5.0, "needs_review", 0.0), "{}");
            case JUDGE ->
                completed(Map.of("score", score, "critical_safety", 0.0, "confounded", 0.0), "{\"verdict\": \"approve\"}");
            case HUMAN, PUBLISH -> completed(Map.of(), "{}");
        };
    }

    static Completed judged(String verdict) {
        return completed(Map.of("score", 0.7, "critical_safety", 0.0, "confounded", 0.0), "{\"verdict\": \"" + verdict + "\"}");
    }

    static Failed failed(String reasonCode) {
        return Failed.unmeasured(reasonCode, List.of("It did not work out."), true);
    }

    static HumanDecision decided(Decision decision, Stage sourceStage) {
        return new HumanDecision(decision, "looked at it", "alice", sourceStage);
    }

    static EventBody retry() {
        return new RetryRequested("endpoint was down", null);
    }

    private static Completed completed(Map<String, @Nullable Double> metrics, String summary) {
        return new Completed(Cards.json(summary), metrics, List.of());
    }
}
