package dev.touchstone.events.outbox;

import java.util.function.Supplier;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.StageEvent;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;

/**
 * Spans that say which review they belong to, in the words of OpenTelemetry and in those that W&amp;B Weave reads:
 * {@code wandb.wb_run_id} ties a span to the run, {@code wandb.thread_id} the rounds of one submission to each other.
 */
public final class ReviewSpan {

    private static final String SCOPE = "dev.touchstone";

    private ReviewSpan() {
    }

    /** A span of what is done about the event; whoever starts it ends it. */
    public static Span start(String name, StageEvent event, Context parent) {
        Span span = GlobalOpenTelemetry.getTracer(SCOPE).spanBuilder(name).setParent(parent).startSpan();
        mark(span, event.review());
        return span.setAttribute("touchstone.stage", event.stage().key())
                .setAttribute("touchstone.attempt", (long) event.attempt())
                .setAttribute("touchstone.event", event.event())
                .setAttribute("touchstone.event_id", event.id().toString());
    }

    /** The work within a span that ends with it. */
    public static <T> Uni<T> around(String name, StageEvent event, Context parent, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Span span = start(name, event, parent);
            return Trace.within(parent.with(span), work).onFailure().invoke(failure -> fail(span, failure))
                    .onTermination().invoke(() -> span.end());
        });
    }

    /** Says of a span that what it stands for failed. Not why: the text may be an agent's, and spans leave the house. */
    public static void fail(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
    }

    /** Ties what is being done, as a request that a person made, to the review. */
    static void markCurrent(ReviewRef review) {
        mark(Span.current(), review);
    }

    private static void mark(Span span, ReviewRef review) {
        span.setAttribute("wb_run_id", review.wandbRun().wandbId())
                .setAttribute("wandb.wb_run_id", review.wandbRun().wandbId())
                .setAttribute("wandb.thread_id", review.submissionId().toString())
                .setAttribute("touchstone.submission_id", review.submissionId().toString())
                .setAttribute("touchstone.workflow_run_id", review.workflowRunId().toString())
                .setAttribute("touchstone.agent_id", review.agentId());
    }
}
