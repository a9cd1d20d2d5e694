package dev.touchstone.telemetry.wandb;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.TokenExchange.AccessToken;

/**
 * HTTP Bearer, with an access token that is kept in memory until shortly before its end. Concurrency: who finds none
 * exchanges the identity token for one, the others wait for him as long as their own calls may take.
 */
final class TokenAuthorizer implements Authorizer {

    /** What is left of a token's life when it is no longer used; of a short life, the half. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final TokenExchange exchange;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Held held;

    private record Held(String header, String secret, Instant until) {
    }

    TokenAuthorizer(TokenExchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    @Override
    public Answer<String> header(Deadline deadline) throws InterruptedException {
        if (!lock.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
            return new Later<>(0, "W&B gave no access token in time", Optional.empty());
        }
        try {
            Held kept = held;
            return kept != null && clock.instant().isBefore(kept.until()) ? Answer.accepted(kept.header())
                    : exchange.exchange(deadline).then(token -> Answer.accepted(hold(token)));
        } finally {
            lock.unlock();
        }
    }

    private String hold(AccessToken token) {
        Duration margin = token.life().dividedBy(2).compareTo(MARGIN) < 0 ? token.life().dividedBy(2) : MARGIN;
        Held fresh = new Held("Bearer " + token.secret(), token.secret(), clock.instant().plus(token.life()).minus(margin));
        held = fresh;
        return fresh.header();
    }

    /** Another thread may have got a new one in the meantime: that one is not thrown away. */
    @Override
    public boolean refused(String header) {
        lock.lock();
        try {
            Held kept = held;
            if (kept != null && kept.header().equals(header)) {
                held = null;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String hidden(String text) {
        Held kept = held;
        return kept == null ? text : text.replace(kept.secret(), "***");
    }
}
