package dev.touchstone.submission.review.precheck;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.submission.SandboxRelay;
import dev.touchstone.submission.SandboxRelay.Fetching;
import dev.touchstone.submission.SandboxRelay.Probing;
import dev.touchstone.submission.SandboxRelay.Reason;
import dev.touchstone.submission.StrictJson;
import dev.touchstone.submission.card.CardAddress;
import dev.touchstone.submission.card.signature.CardVerification;
import dev.touchstone.submission.review.precheck.Challenge.Declaration;
import dev.touchstone.submission.review.precheck.Challenge.Outcome;
import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Goes to the agent, by way of the sandbox. What the agent's host answers is evidence; that the sandbox does not answer is
 * none, and is thrown, so that it is asked again.
 */
@ApplicationScoped
class AgentVisit {

    private static final String JSON = "application/json, application/a2a+json";
    private static final int LARGEST_CARD = 1_048_576;
    private static final int OK = 200;

    private final SandboxRelay relay;
    private final CardVerification signatures;
    private final Nonces nonces;

    AgentVisit(@RestClient SandboxRelay relay, CardVerification signatures, Nonces nonces) {
        this.relay = relay;
        this.signatures = signatures;
        this.nonces = nonces;
    }

    /**
     * Whom to visit.
     *
     * @param cardUrl where the card came from, null where it was submitted itself
     */
    record Agent(String organizationId, URI endpoint, JsonNode card, @Nullable URI cardUrl) {
    }

    Evidence.Visit visit(Agent agent) {
        List<EgressRefused> refusals = new ArrayList<>();
        Probing probing = relay.probe(new SandboxRelay.Address(agent.endpoint())).await().indefinitely();
        Reason reason = probing.reason();
        if (reason != null && reason.refused()) {
            refusals.add(EgressRefused.of(agent.endpoint(), reason.code(), reason.text(), 1));
        }
        Outcome challenge = challenge(agent, refusals);
        CardDrift drift = drift(agent, refusals);
        return new Evidence.Visit(probing, challenge, drift, EgressRefused.merged(refusals));
    }

    private CardDrift drift(Agent agent, List<EgressRefused> refusals) {
        URI cardUrl = agent.cardUrl();
        if (cardUrl == null) {
            return new CardDrift.NoAddress();
        }
        Fetching fetching = fetch(CardAddress.of(cardUrl), LARGEST_CARD, refusals);
        return fault(fetching).<CardDrift> map(CardDrift.Unknown::new)
                .orElseGet(() -> json(fetching).map(now -> CardDrift.between(agent.card(), now))
                        .orElseGet(() -> new CardDrift.Unknown("what is there is not JSON")));
    }

    private Outcome challenge(Agent agent, List<EgressRefused> refusals) {
        return switch (Challenge.declaredBy(agent.card())) {
            case Declaration.None none -> new Outcome.NotDeclared();
            case Declaration.Unusable unusable -> new Outcome.Unanswered("the card declares no path that can be asked");
            case Declaration.At(String path) -> challenge(agent, path, refusals);
        };
    }

    private Outcome challenge(Agent agent, String path, List<EgressRefused> refusals) {
        String nonce = nonces.next();
        Fetching fetching = fetch(Challenge.address(agent.endpoint(), path, nonce), Challenge.LARGEST_ANSWER, refusals);
        return fault(fetching).<Outcome> map(Outcome.Unanswered::new)
                .orElseGet(() -> Challenge.judge(nonce, json(fetching),
                        answer -> signatures.check(agent.organizationId(), answer, null)));
    }

    private Fetching fetch(URI url, int maxBytes, List<EgressRefused> refusals) {
        Fetching fetching = relay.fetch(new SandboxRelay.Fetch(url, JSON, maxBytes)).await().indefinitely();
        String code = fetching.code();
        if (fetching.refused() && code != null) {
            refusals.add(EgressRefused.of(url, code, Objects.requireNonNullElse(fetching.detail(), code), 1));
        }
        return fetching;
    }

    private static Optional<String> fault(Fetching fetching) {
        Integer status = fetching.status();
        if (status == null || fetching.content() == null) {
            return Optional.ofNullable(fetching.detail()).or(() -> Optional.ofNullable(fetching.code()))
                    .or(() -> Optional.of("there is no document"));
        }
        return status == OK ? Optional.empty() : Optional.of("the status there is " + status);
    }

    private static Optional<JsonNode> json(Fetching fetching) {
        try {
            return Optional.ofNullable(fetching.content()).map(content -> StrictJson.read(content, "It"));
        } catch (HttpProblem notStrict) {
            return Optional.empty();
        }
    }
}
