package dev.touchstone.events.testing;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.uuid.Generators;

import dev.touchstone.events.Actor;
import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.Origin;
import dev.touchstone.events.OwnerStatement.Escalation;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Position;
import dev.touchstone.events.ProcessSample;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.WandbRun;

/** Named data. Every review is a new one, so that tests sharing a broker and a database do not meet. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123456Z");
    public static final ArtifactRef CARD = new ArtifactRef("card.json", "application/json", 2,
            "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
            URI.create("http://localhost:8080/artifacts/"
                    + "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));

    /** A service that is neither idle nor busy. */
    public static final ProcessSample PROCESS = new ProcessSample(12.5, 262.25, 96.5, 41);

    private Samples() {
    }

    /** A new review of the agent {@code trip-planner}. */
    public static ReviewRef review() {
        UUID submission = UUID.randomUUID();
        return new ReviewRef(submission, UUID.randomUUID(), "trip-planner", "r1",
                new WandbRun("acme", "reviews", "submission-" + submission, URI.create("http://localhost:8090")));
    }

    public static AgentTarget agent(URI endpoint) {
        return new AgentTarget("Trip planner", endpoint, AgentTarget.Protocol.A2A_1_0, CARD);
    }

    public static StageEvent event(ReviewRef review, Stage stage, int attempt, long sequence, EventBody body) {
        Origin origin = new Origin(Generators.timeBasedEpochGenerator().generate(), URI.create("/touchstone/test"), NOON,
                Actor.service("test"));
        return new StageEvent(origin, review, new Position(stage, attempt, sequence), body, Evidence.none());
    }

    /** The first request of this stage, for an agent that nobody listens for. */
    public static StageEvent requested(ReviewRef review, Stage stage) {
        return requested(review, stage, agent(URI.create("http://agent.invalid/a2a")));
    }

    public static StageEvent requested(ReviewRef review, Stage stage, AgentTarget agent) {
        Escalation escalation = new Escalation(Stage.JUDGE, "The jury left it to a person");
        return event(review, stage, 1, 1, new Requested("accepted", agent,
                new ReviewContext("acme", "https://git.example/trip-planner", "main", "0123abc", "policy-1"), null,
                stage == Stage.HUMAN ? escalation : null));
    }
}
