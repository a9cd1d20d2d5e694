package dev.touchstone.local.chaos;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.Decision;
import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.Stalled;
import dev.touchstone.events.OwnerStatement.Superseded;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.DecisionPending;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Rejected;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.StageStatement.VerdictApproved;
import dev.touchstone.events.StageStatement.VerdictRejected;

/** The lives that a review may have, each about thirty events long. */
final class Lives {

    private Lives() {
    }

    /** One review from its first request to its last ledger entry. */
    static Life of(RandomGenerator random, URI wandb, Makers makers, int number) {
        Script script = new Script(random, wandb, makers, number);
        switch (number % 8) {
            case 1 -> cancelled(script);
            case 2 -> retried(script);
            case 3 -> overtakenByALateResult(script);
            case 4 -> secondRound(script);
            case 5 -> gateFailed(script);
            default -> whole(script, random.nextBoolean());
        }
        return script.end();
    }

    private static void whole(Script script, boolean approve) {
        script.request(Stage.PRECHECK, 1).say(Stage.PRECHECK, 1, new Started());
        script.say(Stage.PRECHECK, 1, completed(script, null)).record();
        attempt(script, Stage.SECURITY, 1);
        rest(script, approve);
    }

    private static void rest(Script script, boolean approve) {
        attempt(script, Stage.FUNCTIONAL, 1);
        attempt(script, Stage.JUDGE, 1);
        script.say(Stage.JUDGE, 1, approve ? new VerdictApproved(figure(script), List.of("fine"), 3)
                : new VerdictRejected(null, List.of("vetoed"), 3)).record();
        script.say(Stage.PUBLISH, 1, new TrustScoreCalculated(figure(script),
                List.of(new ScorePart("security", 30, figure(script), "measured"),
                        new ScorePart("judge", 70, null, "not measured")),
                List.of("because"), "policy-1"));
        script.request(Stage.HUMAN, 1).say(Stage.HUMAN, 1, new DecisionPending(Stage.JUDGE, "asked"));
        script.say(Stage.HUMAN, 1,
                new HumanDecision(approve ? Decision.APPROVED : Decision.REJECTED, "seen", "Rei", Stage.JUDGE))
                .record();
        script.request(Stage.PUBLISH, 1).say(Stage.PUBLISH, 1, new Started());
        script.say(Stage.PUBLISH, 1, approve ? new Published(URI.create("http://localhost:8080/c"), 82.5, "approved")
                : new Rejected(List.of("vetoed"), "decided")).record();
    }

    private static void cancelled(Script script) {
        script.request(Stage.PRECHECK, 1).say(Stage.PRECHECK, 1, new Started());
        script.say(Stage.PRECHECK, 1, completed(script, null)).record();
        attempt(script, Stage.SECURITY, 1);
        script.request(Stage.FUNCTIONAL, 1).say(Stage.FUNCTIONAL, 1, new Started());
        script.say(Stage.FUNCTIONAL, 1, new Cancelled("withdrawn")).record();
    }

    private static void retried(Script script) {
        script.request(Stage.PRECHECK, 1).say(Stage.PRECHECK, 1, new Started());
        script.say(Stage.PRECHECK, 1, completed(script, null)).record();
        script.request(Stage.SECURITY, 1).say(Stage.SECURITY, 1, new Started());
        script.say(Stage.SECURITY, 1, new Failed("endpoint_unreachable", List.of("no answer"), true, null, Map.of())).record();
        script.say(Stage.SECURITY, 1, new RetryRequested("try again", null)).record();
        attempt(script, Stage.SECURITY, 2);
        rest(script, true);
    }

    /** The first attempt is given up, and ends after the second one has. */
    private static void overtakenByALateResult(Script script) {
        script.request(Stage.PRECHECK, 1).say(Stage.PRECHECK, 1, new Started());
        script.say(Stage.PRECHECK, 1, completed(script, null)).record();
        script.request(Stage.SECURITY, 1).say(Stage.SECURITY, 1, new Started());
        script.say(Stage.SECURITY, 1, new Stalled(Instant.parse("2026-11-01T12:00:00Z")));
        attempt(script, Stage.SECURITY, 2);
        script.show(Stage.SECURITY, 1, summary -> completed(script, summary));
        script.say(Stage.SECURITY, 1, new Superseded("completed", "a newer attempt is there"));
        rest(script, false);
    }

    private static void secondRound(Script script) {
        gateFailed(script);
        script.newRound();
        whole(script, true);
    }

    private static void gateFailed(Script script) {
        script.request(Stage.PRECHECK, 1).say(Stage.PRECHECK, 1, new Started());
        script.say(Stage.PRECHECK, 1, completed(script, null)).record();
        script.request(Stage.SECURITY, 1).say(Stage.SECURITY, 1, new Started());
        script.show(Stage.SECURITY, 1, summary -> new Failed("gate_failed", List.of("too many attacks"), false, summary,
                Map.of("score", figure(script)))).record();
        script.request(Stage.PUBLISH, 1);
        script.say(Stage.PUBLISH, 1, new Rejected(List.of("gate"), "gate failed")).record();
    }

    private static void attempt(Script script, Stage stage, int attempt) {
        script.request(stage, attempt).say(stage, attempt, new Started());
        for (int done = 1; done <= 3; done++) {
            script.say(stage, attempt, new Progressed(done, 3));
        }
        script.show(stage, attempt, summary -> completed(script, summary)).record();
    }

    private static Completed completed(Script script, @Nullable JsonNode summary) {
        return new Completed(summary == null ? JsonNodeFactory.instance.objectNode() : summary,
                Map.of("score", figure(script)), List.of());
    }

    /** With few digits, so that it reads back as it was written. */
    private static double figure(Script script) {
        return script.random().nextInt(10_000) / 100.0;
    }
}
