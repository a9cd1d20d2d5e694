package dev.touchstone.review.human;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.artifacts.QuickLook;
import dev.touchstone.review.artifacts.ServicesConfig;
import io.smallrye.mutiny.Uni;

/** Asks judge-service which LLMs may be asked for. A page neither waits for it nor fails with it. */
@ApplicationScoped
public class LlmOffers {

    /** A configuration changes with a restart; and who finds the judge away must not wait for it with every page. */
    private static final Duration KEPT = Duration.ofSeconds(20);

    private final URI address;
    private final QuickLook look;
    private final Clock clock;
    private volatile @Nullable Told told;

    private record Told(LlmOffer offer, Instant until) {
    }

    LlmOffers(ServicesConfig services, QuickLook look, Clock clock) {
        this.address = URI.create(services.judgeUrl().toString().replaceAll("/+$", "") + "/llm");
        this.look = look;
        this.clock = clock;
    }

    /** Never fails; {@link LlmOffer#UNKNOWN} where judge-service is away. */
    public Uni<LlmOffer> current() {
        Told known = told;
        return known != null && known.until().isAfter(clock.instant()) ? Uni.createFrom().item(known.offer()) : ask();
    }

    private Uni<LlmOffer> ask() {
        return look.at(address).map(json -> json.map(LlmOffer::of).orElse(LlmOffer.UNKNOWN))
                .invoke(offer -> told = new Told(offer, clock.instant().plus(KEPT)));
    }
}
