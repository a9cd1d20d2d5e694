package dev.touchstone.submission.review.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.review.progress.EventLog.Arrivals;
import dev.touchstone.submission.review.progress.StreamMessage.End;
import dev.touchstone.submission.review.progress.StreamMessage.Greeting;
import dev.touchstone.submission.review.progress.StreamMessage.Heartbeat;
import dev.touchstone.submission.review.progress.StreamMessage.Said;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * One client that watches a review. Reads on only when the client has taken what it was given, so that a slow one costs
 * one page of memory; sleeps without a thread until a bell rings. Concurrency: the bell is hung up before the log is read,
 * so that what is written in between rings it.
 */
final class EventStream {

    private static final int PAGE = 100;

    private final Watch watch;
    private final EventLog log;
    private final Clock clock;
    private final ProgressConfig config;

    private long position;
    private volatile CompletableFuture<Void> bell = new CompletableFuture<>();
    private volatile @Nullable Instant handedOver;

    /** @param position the last that the client has */
    EventStream(Watch watch, long position, EventLog log, Clock clock, ProgressConfig config) {
        this.watch = watch;
        this.position = position;
        this.log = log;
        this.clock = clock;
        this.config = config;
    }

    UUID submissionId() {
        return watch.submissionId();
    }

    /** There is something new. */
    void ring() {
        bell.complete(null);
    }

    /** Whether the client has not taken the last message for too long. */
    boolean isStuck() {
        Instant since = handedOver;
        return since != null && clock.instant().isAfter(since.plus(config.slowest()));
    }

    Multi<StreamMessage> messages() {
        Multi<StreamMessage> greeting = Multi.createFrom().item(new Greeting(config.retry()));
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
        if (clock.instant().isAfter(watch.until())) {
            return Uni.createFrom().item(Step.CUT);
        }
        CompletableFuture<Void> newBell = new CompletableFuture<>();
        bell = newBell;
        return log.after(watch.submissionId(), watch.filter(), position, PAGE)
                .flatMap(arrivals -> arrivals.events().isEmpty() ? quiet(arrivals, newBell) : said(arrivals));
    }

    private Uni<Step> said(Arrivals arrivals) {
        position = arrivals.events().getLast().position();
        return Uni.createFrom().item(new Step(arrivals.events().stream()
                .<StreamMessage> map(arrival -> new Said(watch.discretion().shown(arrival.event()))).toList(), true));
    }

    private Uni<Step> quiet(Arrivals arrivals, CompletableFuture<Void> hungUp) {
        if (arrivals.hasEnded()) {
            return Uni.createFrom().item(new Step(List.of(new End(arrivals.standing())), false));
        }
        return Uni.createFrom().completionStage(hungUp).replaceWith(Step.AGAIN)
                .ifNoItem().after(shorter(config.heartbeat(), Duration.between(clock.instant(), watch.until())))
                .recoverWithItem(new Step(List.of(new Heartbeat()), true));
    }

    private static Duration shorter(Duration one, Duration other) {
        return other.isPositive() && other.compareTo(one) < 0 ? other : one;
    }
}
