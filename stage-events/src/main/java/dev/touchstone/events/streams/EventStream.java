package dev.touchstone.events.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.streams.StreamMessage.Greeting;
import dev.touchstone.events.streams.StreamMessage.Heartbeat;
import dev.touchstone.events.streams.StreamSource.Arrival;
import dev.touchstone.events.streams.StreamSource.Arrivals;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * One client that watches a review. Reads on only when the client has taken what it was given, so that a slow one costs
 * one page of memory; sleeps without a thread until a bell rings. Concurrency: the bell is hung up before the log is read,
 * so that what is written in between rings it.
 */
public final class EventStream {

    private static final int PAGE = 100;

    private final UUID submissionId;
    private final StreamSource source;
    private final Clock clock;
    private final StreamLimits limits;
    private final Instant until;

    private long position;
    private volatile CompletableFuture<Void> bell = new CompletableFuture<>();
    private volatile @Nullable Instant handedOver;

    /** @param position the last that the client has */
    public EventStream(UUID submissionId, long position, StreamSource source, Clock clock, StreamLimits limits) {
        this.submissionId = submissionId;
        this.position = position;
        this.source = source;
        this.clock = clock;
        this.limits = limits;
        this.until = clock.instant().plus(limits.lifetime());
    }

    UUID submissionId() {
        return submissionId;
    }

    /** There is something new. */
    void ring() {
        bell.complete(null);
    }

    /** Whether the client has not taken the last message for too long. */
    boolean isStuck() {
        Instant since = handedOver;
        return since != null && clock.instant().isAfter(since.plus(limits.slowest()));
    }

    public Multi<StreamMessage> messages() {
        Multi<StreamMessage> greeting = Multi.createFrom().item(new Greeting(limits.retry()));
        Multi<StreamMessage> following = Multi.createBy().repeating().uni(this::next).whilst(Step::goesOn)
                .onItem().transformToMultiAndConcatenate(step -> Multi.createFrom().iterable(step.messages()));
        return Multi.createBy().concatenating().streams(greeting, following)
                .onRequest().invoke(() -> handedOver = null)
                .onItem().invoke(() -> handedOver = clock.instant());
    }

    /** @param goesOn false for the last */
    private record Step(List<StreamMessage> messages, boolean goesOn) {

        static final Step AGAIN = new Step(List.of(), true);
        static final Step CUT = new Step(List.of(), false);
    }

    private Uni<Step> next() {
        if (clock.instant().isAfter(until)) {
            return Uni.createFrom().item(Step.CUT);
        }
        CompletableFuture<Void> newBell = new CompletableFuture<>();
        bell = newBell;
        return source.after(position, PAGE)
                .flatMap(arrivals -> arrivals.events().isEmpty() ? quiet(arrivals, newBell) : said(arrivals));
    }

    private Uni<Step> said(Arrivals arrivals) {
        position = arrivals.events().getLast().position();
        List<StreamMessage> messages = arrivals.events().stream().<StreamMessage> map(Arrival::said).toList();
        return Uni.createFrom().item(new Step(messages, true));
    }

    private Uni<Step> quiet(Arrivals arrivals, CompletableFuture<Void> hungUp) {
        if (arrivals.end().isPresent()) {
            return Uni.createFrom().item(new Step(List.of(arrivals.end().get()), false));
        }
        return Uni.createFrom().completionStage(hungUp).replaceWith(Step.AGAIN)
                .ifNoItem().after(shorter(limits.heartbeat(), Duration.between(clock.instant(), until)))
                .recoverWithItem(new Step(List.of(new Heartbeat()), true));
    }

    private static Duration shorter(Duration one, Duration other) {
        return other.isPositive() && other.compareTo(one) < 0 ? other : one;
    }
}
