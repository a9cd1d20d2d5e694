package dev.touchstone.telemetry.wandb;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Wire.Outcome;
import dev.touchstone.telemetry.wandb.Wire.Outcome.Answered;

/** Tells what came of a request. What is secret is taken out of every text, also of one that a server accepts with. */
record Replies(Authorizer authorizer, RateLimits limits, Clock clock) {

    Answer<String> text(Outcome outcome, Call call) {
        return switch (outcome) {
            case Answered answered -> text(answered, call);
            case Outcome.Away(String reason) -> new Later<>(0, reason, Optional.empty());
            case Outcome.Untrusted() -> untrusted();
        };
    }

    private Answer<String> text(Answered answered, Call call) {
        int status = answered.status();
        Duration pause = limits.answered(call.quota(), answered.headers(), clock.instant());
        String body = authorizer.hidden(answered.body());
        if (status >= 200 && status < 300) {
            return new Accepted<>(body, pause);
        }
        String reason = "W&B answered " + status + ErrorText.of(body).map(said -> ": " + said).orElse("");
        if (Refusal.saysDeleted(body)) {
            return Refusal.deletedRun(reason);
        }
        return call.lasting().contains(status) ? new Refused<>(status, reason)
                : new Later<>(status, reason, RateLimit.retryAfter(answered.headers(), clock.instant()));
    }

    Answer<Stored> stored(Outcome outcome) {
        return switch (outcome) {
            case Answered answered -> stored(answered);
            case Outcome.Away(String reason) -> new Later<>(0, reason, Optional.empty());
            case Outcome.Untrusted() -> untrusted();
        };
    }

    private Answer<Stored> stored(Answered answered) {
        if (StorageAnswer.isAccepted(answered)) {
            return Answer.accepted(StorageAnswer.stored(answered));
        }
        String reason = StorageAnswer.reason(answered, authorizer::hidden);
        return StorageAnswer.isLasting(answered) ? new Refused<>(answered.status(), reason)
                : new Later<>(answered.status(), reason, RateLimit.retryAfter(answered.headers(), clock.instant()));
    }

    static <T> Answer<T> untrusted() {
        return new Refused<>(0, "W&B's TLS certificate is not trusted", Refusal.UNTRUSTED_SERVER);
    }
}
