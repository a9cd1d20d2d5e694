package dev.touchstone.telemetry.run;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.Actor;
import dev.touchstone.events.Decision;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.Origin;
import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.Position;
import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.DecisionPending;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.StageStatement.VerdictManual;
import dev.touchstone.events.testing.Samples;

/** A review from its request to its publication, with the ledger's entries: {@value #COUNT} events. */
final class ReviewEvents {

    static final int COUNT = 34;

    private final ReviewRef review = Samples.review();
    private final List<StageEvent> events = new ArrayList<>();
    private long entries;

    static List<StageEvent> all() {
        ReviewEvents review = new ReviewEvents();
        review.stage(Stage.PRECHECK, Map.of("checks", 9.0));
        review.stage(Stage.SECURITY, Map.of("attack_success_rate", 0.0625, "over_refusal_rate", 0.125, "score", 0.9375));
        review.stage(Stage.FUNCTIONAL, Map.of("pass_rate", 0.875, "latency_p95_seconds", 1.75));
        review.stage(Stage.JUDGE, Map.of("score", 0.8125, "agreement", 0.75));
        review.end();
        if (review.events.size() != COUNT) {
            throw new IllegalStateException("figures are given per event, and there are " + review.events.size());
        }
        return List.copyOf(review.events);
    }

    private void stage(Stage stage, Map<String, Double> metrics) {
        say(stage, Samples.requested(review, stage).body());
        say(stage, new Started());
        for (int done = 1; done <= 3; done++) {
            say(stage, new Progressed(done, 3));
        }
        say(stage, new Completed(JsonNodeFactory.instance.objectNode().put("attempted", 48).put("suite", "base-2026-10"),
                Map.copyOf(metrics), List.of("three cases took longer than ten seconds")));
        enter(stage);
    }

    private void end() {
        say(Stage.JUDGE, new VerdictManual(0.8125, List.of("two of three jurors doubt the sources"), 3));
        say(Stage.PUBLISH, new TrustScoreCalculated(81.5, List.of(new ScorePart("security", 60, 56.25, "measured"),
                new ScorePart("judge", 40, 25.25, "measured")), List.of("no case leaked"), "policy-1"));
        say(Stage.HUMAN, new DecisionPending(Stage.JUDGE, "The jury left it to a person"));
        say(Stage.HUMAN, new HumanDecision(Decision.APPROVED, "The sources are good enough", "Rei", Stage.JUDGE));
        say(Stage.PUBLISH, new Published(URI.create("http://localhost:8080/catalog/trip-planner"), 81.5, "approved"));
        enter(Stage.PUBLISH);
    }

    private void enter(Stage stage) {
        StageEvent last = events.getLast();
        say(stage, new LedgerAppended(entries++, "ab".repeat(32), last.id()));
    }

    private void say(Stage stage, EventBody body) {
        Origin origin = new Origin(new UUID(0x0192_d000_0000_7000L, 0x8000_0000_0000_0000L | events.size()),
                URI.create("/touchstone/judge-service"), Samples.NOON.plusMillis(750L * events.size()), Actor.service("judge"),
                Samples.PROCESS);
        events.add(new StageEvent(origin, review, new Position(stage, 1, events.size() + 1), body, Evidence.none()));
    }
}
