package dev.touchstone.review.pages.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.util.NetUtil;

/**
 * Counts who tries to sign in, so that one address cannot keep the directory busy with guesses. Keys are far too long to be
 * guessed; this is about load, so that counting per replica and forgetting at a restart do no harm.
 */
@ApplicationScoped
class Attempts {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** More addresses at once than this, and those that came first are forgotten. */
    private static final int MOST_ADDRESSES = 10_000;
    /** An owner of IPv6 addresses has at least 64 bits of them. */
    private static final int NETWORK_BYTES = 8;

    private final SessionConfig config;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Count(Instant since, int tries) {
    }

    Attempts(SessionConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Counts one; answers how long to wait where there were too many. */
    synchronized Optional<Duration> tooMany(String address) {
        Instant now = clock.instant();
        Count count = counts.merge(network(address), new Count(now, 1),
                (before, one) -> before.since().plus(WINDOW).isAfter(now)
                        ? new Count(before.since(), before.tries() + 1)
                        : one);
        return count.tries() <= config.attempts() ? Optional.empty()
                : Optional.of(Duration.between(now, count.since().plus(WINDOW)));
    }

    private static String network(String address) {
        InetAddress parsed = NetUtil.createInetAddressFromIpAddressString(address);
        return parsed instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                : address;
    }
}
