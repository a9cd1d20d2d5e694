package dev.touchstone.submission.intake;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import dev.touchstone.submission.SandboxRelay;
import dev.touchstone.submission.card.CardAddress;
import io.smallrye.mutiny.Uni;

/** Has the sandbox fetch a card: this service opens no connection to a submitted address. */
@ApplicationScoped
class CardFetching {

    private static final Logger LOG = Logger.getLogger(CardFetching.class);
    private static final String ACCEPTED = "application/json, application/a2a+json";
    private static final int OK = 200;

    private final SandboxRelay relay;
    private final IntakeConfig config;

    CardFetching(@RestClient SandboxRelay relay, IntakeConfig config) {
        this.relay = relay;
        this.config = config;
    }

    /** What came of it. That the sandbox is away says nothing about the card. */
    sealed interface Answer {

        record Fetched(String content) implements Answer {
        }

        record Failed(String reason) implements Answer {
        }

        record Silent() implements Answer {
        }
    }

    Uni<Answer> fetch(URI url) {
        return relay.fetch(new SandboxRelay.Fetch(CardAddress.of(url), ACCEPTED, config.maxBytes())).map(CardFetching::answer)
                .ifNoItem().after(config.fetchTimeout()).fail()
                .onFailure().invoke(silence -> LOG.infof("card not fetched reason=%s", silence.toString()))
                .onFailure().recoverWithItem(() -> new Answer.Silent());
    }

    private static Answer answer(SandboxRelay.Fetching fetching) {
        String content = fetching.content();
        Integer status = fetching.status();
        if (content == null || status == null) {
            return new Answer.Failed(Optional.ofNullable(fetching.detail()).or(() -> Optional.ofNullable(fetching.code()))
                    .orElse("there is no document"));
        }
        return status == OK ? new Answer.Fetched(content) : new Answer.Failed("the status there is " + status);
    }
}
