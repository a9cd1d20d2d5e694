package dev.touchstone.telemetry.sender;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what is asked of W&amp;B and what it answers. */
@ApplicationScoped
class RequestMeters {

    private static final int TOO_MANY_REQUESTS = 429;

    private final MeterRegistry meters;

    RequestMeters(MeterRegistry meters) {
        this.meters = meters;
        // So that a dashboard shows a zero instead of nothing.
        meters.counter("touchstone.wandb.rows.sent");
        meters.counter("touchstone.wandb.rate.limited");
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

    /** One that was nothing but accepted. */
    void accepted(String request) {
        request(request, "accepted");
    }

    private void request(String request, String outcome) {
        meters.counter("touchstone.wandb.requests", "request", request, "outcome", outcome).increment();
    }
}
