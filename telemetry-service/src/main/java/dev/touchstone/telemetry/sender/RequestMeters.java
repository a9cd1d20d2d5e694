package dev.touchstone.telemetry.sender;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Standing.Lateness;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what is asked of W&amp;B and what it answers. */
@ApplicationScoped
class RequestMeters {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String ROWS_REFUSED = "touchstone.wandb.rows.refused";
    private static final String TOO_LONG = "too-long";
    private static final Set<Lateness> REFUSALS = Set.of(Lateness.KEY_REFUSED, Lateness.NOT_PERMITTED, Lateness.REFUSED,
            Lateness.CONFLICT);

    private final MeterRegistry meters;

    RequestMeters(MeterRegistry meters) {
        this.meters = meters;
        // So that a dashboard shows a zero instead of nothing.
        meters.counter("touchstone.wandb.rows.sent");
        meters.counter("touchstone.wandb.rate.limited");
        refused(TOO_LONG, 0);
        REFUSALS.forEach(why -> refused(why.cause().key(), 0));
    }

    void count(String request, Answer<Progress> answer, Progress before) {
        switch (answer) {
            case Accepted<Progress>(Progress after, var ignored) -> {
                request(request, "accepted");
                meters.counter("touchstone.wandb.rows.sent")
                        .increment((double) Math.max(0, after.sent().lines() - before.sent().lines()));
            }
            case Later<Progress> later -> {
                request(request, "later");
                meters.counter("touchstone.wandb.rate.limited").increment(later.status() == TOO_MANY_REQUESTS ? 1 : 0);
            }
            case Refused<Progress> ignored -> request(request, "refused");
        }
    }

    /**
     * What became of rows. Of one that no request can hold, W&amp;B has but the place; whatever else it refuses is offered
     * again, and counted again.
     *
     * @param tooLong how many of them no request can hold
     */
    void rows(int rows, int tooLong, Answer<?> answer) {
        switch (answer) {
            case Accepted<?> ignored -> refused(TOO_LONG, tooLong);
            case Later<?> ignored -> {
                // They wait, and whether W&B takes them is not known yet.
            }
            case Refused<?> refused -> refused(Reading.of(refused).cause().key(), rows);
        }
    }

    private void refused(String cause, int rows) {
        meters.counter(ROWS_REFUSED, "cause", cause).increment(rows);
    }

    /** One that was nothing but accepted. */
    void accepted(String request) {
        request(request, "accepted");
    }

    private void request(String request, String outcome) {
        meters.counter("touchstone.wandb.requests", "request", request, "outcome", outcome).increment();
    }
}
