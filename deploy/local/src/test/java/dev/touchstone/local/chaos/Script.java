package dev.touchstone.local.chaos;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Actor;
import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.Origin;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Position;
import dev.touchstone.events.ProcessSample;
import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.WandbRun;

/** Writes the events of one review down, in their causal order. What is said of it is left to {@link Lives}. */
final class Script {

    private static final URI SOURCE = URI.create("/touchstone/chaos");

    private final RandomGenerator random;
    private final ArtifactRef card;
    private final Exhibits exhibits;
    private final List<StageEvent> events = new ArrayList<>();
    private ReviewRef review;
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");
    private long ledger;

    Script(RandomGenerator random, URI wandb, Makers makers, int number) {
        this.random = random;
        this.card = makers.keep("card.json", "{}", Fate.SERVED);
        this.exhibits = new Exhibits(random, makers);
        this.review = new ReviewRef(uuid(), uuid(), "agent-" + number % 20, "r" + number,
                new WandbRun("acme", "chaos", "chaos-" + number, wandb));
    }

    Life end() {
        exhibits.closeLedger(events);
        return new Life(List.copyOf(events), exhibits);
    }

    RandomGenerator random() {
        return random;
    }

    void newRound() {
        review = new ReviewRef(review.submissionId(), uuid(), review.agentId(), review.revision(), review.wandbRun());
    }

    Script request(Stage stage, int attempt) {
        AgentTarget agent = new AgentTarget("Agent <b>\u202e</b>", URI.create("http://agent.invalid/a2a"),
                AgentTarget.Protocol.A2A_1_0, card);
        return say(stage, attempt, new Requested("accepted", agent,
                new ReviewContext("acme", "https://git.example/agent", "main", "0123abc", "policy-1"), null, null));
    }

    Script say(Stage stage, int attempt, EventBody body) {
        return say(uuid(), new Position(stage, attempt, events.size() + 1), body, Evidence.none());
    }

    /** Says what was found, with the files that prove it. */
    Script show(Stage stage, int attempt, Function<JsonNode, EventBody> found) {
        UUID id = uuid();
        return say(id, new Position(stage, attempt, events.size() + 1), found.apply(exhibits.summary(stage, id)),
                Evidence.of(exhibits.of(stage, id)));
    }

    private Script say(UUID id, Position position, EventBody body, Evidence evidence) {
        now = now.plusMillis(100 + random.nextInt(5_000));
        ProcessSample sample = new ProcessSample(10.0 * random.nextDouble(), 200 + random.nextDouble(), null, 40);
        Origin origin = new Origin(id, SOURCE, now, Actor.service("chaos"), sample);
        events.add(new StageEvent(origin, review, position, body, evidence));
        return this;
    }

    /** As the ledger would about the event before. */
    Script record() {
        StageEvent last = events.getLast();
        String hash = "%064x".formatted(last.id().getMostSignificantBits() & Long.MAX_VALUE);
        return say(last.stage(), last.attempt(), new LedgerAppended(ledger++, hash, last.id()));
    }

    private UUID uuid() {
        long version7 = (random.nextLong() & ~0xF000L) | 0x7000L;
        return new UUID(version7, (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62));
    }
}
