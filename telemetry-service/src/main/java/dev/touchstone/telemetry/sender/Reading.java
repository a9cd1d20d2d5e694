package dev.touchstone.telemetry.sender;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import dev.touchstone.telemetry.Standing.Lateness;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Backoff;

/** What a status says about why a run's rows wait. */
final class Reading {

    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    /** How a server says that there is no such run, or not in this way. */
    private static final Set<Integer> GONE = Set.of(404, CONFLICT, 410);

    private Reading() {
    }

    static Lateness of(Later<?> answer) {
        return isRateLimited(answer) ? Lateness.RATE_LIMITED : Lateness.UNREACHABLE;
    }

    static Lateness of(Refused<?> answer) {
        return switch (answer.why()) {
            case CREDENTIAL -> Lateness.KEY_REFUSED;
            case PERMISSION -> Lateness.NOT_PERMITTED;
            case DELETED_RUN, MALFORMED_RUN -> Lateness.CONFLICT;
            case TOO_LARGE, UNTRUSTED_SERVER -> Lateness.REFUSED;
            case OTHER -> answer.status() == CONFLICT ? Lateness.CONFLICT : Lateness.REFUSED;
        };
    }

    static boolean isRateLimited(Later<?> answer) {
        return answer.status() == TOO_MANY_REQUESTS;
    }

    /**
     * How long all who write to the project must wait; a limit without a time is given the shortest wait. The pause of an
     * accepted request is another thing: the turn of the run that made it.
     */
    static Optional<Duration> pause(Answer<?> answer, Backoff backoff) {
        return answer instanceof Later<?> later && isRateLimited(later)
                ? Optional.of(later.after().orElseGet(() -> backoff.after(1)))
                : Optional.empty();
    }

    static boolean isGone(Refused<?> answer) {
        return GONE.contains(answer.status());
    }
}
