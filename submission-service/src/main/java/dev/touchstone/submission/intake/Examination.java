package dev.touchstone.submission.intake;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.Problems;
import dev.touchstone.submission.SandboxRelay;
import dev.touchstone.submission.StrictJson;
import dev.touchstone.submission.Violation;
import dev.touchstone.submission.card.AgentCard;
import dev.touchstone.submission.card.CardReader;
import dev.touchstone.submission.card.CardReading;
import dev.touchstone.submission.intake.request.Body;
import dev.touchstone.submission.intake.request.Reading;
import dev.touchstone.submission.intake.request.RequestReader;
import dev.touchstone.submission.intake.request.SubmissionRequest;
import dev.touchstone.submission.intake.request.SubmissionRequest.Relay;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Looks at a request by itself: its form, its card, the addresses in it. Nothing is stored. */
@ApplicationScoped
class Examination {

    private static final String CALLED_ELSEWHERE = "The agent is called at telemetry.relay.endpoint, and not where its card"
            + " says.";
    private static final String NOT_VETTED = "The endpoint could not be vetted now; the precheck will do so.";

    private final Vetting vetting;
    private final CardFetching cards;
    private final SignatureRule signatures;

    Examination(Vetting vetting, CardFetching cards, SignatureRule signatures) {
        this.vetting = vetting;
        this.cards = cards;
        this.signatures = signatures;
    }

    /** What comes of it. */
    sealed interface Examined {

        record Sound(Proposal proposal) implements Examined {
        }

        record Unsound(HttpProblem problem) implements Examined {

            static Unsound of(List<Violation> violations) {
                return new Unsound(Problems.invalid(violations));
            }
        }
    }

    Examined examine(Body body, String organizationId) {
        return switch (formOf(body, organizationId)) {
            case Examined.Sound(Proposal proposal) -> signatures.apply(organizationId, proposal);
            case Examined.Unsound unsound -> unsound;
        };
    }

    private Examined formOf(Body body, String organizationId) {
        return switch (RequestReader.read(body.json(), organizationId)) {
            case Reading.Invalid(List<Violation> violations) -> Examined.Unsound.of(violations);
            case Reading.Valid(SubmissionRequest request, var card) -> card
                    .map(known -> vetted(new Found(request, request.cardDocument(), known, RequestReader.CARD)))
                    .orElseGet(() -> fetched(request, Objects.requireNonNull(request.cardUrl(), "One of both is there")));
        };
    }

    /**
     * The card of a request.
     *
     * @param pointer where in the request it stands, or its address
     */
    private record Found(SubmissionRequest request, JsonNode document, AgentCard card, String pointer) {

        /** A fetched card is no part of the request: its own places go into the text. */
        static Violation within(String place, String detail) {
            return new Violation(RequestReader.CARD_URL, "leads to a card whose " + (place.isEmpty() ? "document" : place) + " "
                    + detail);
        }

        Optional<Relay> relay() {
            return Optional.ofNullable(request.telemetry().relay());
        }

        Optional<URI> elsewhere() {
            return relay().map(Relay::endpoint);
        }

        /** Where in the request that stands which the reason is about. */
        Violation at(SandboxRelay.Reason reason) {
            if (reason.isOfCredential()) {
                return new Violation("/telemetry/relay/token", reason.text());
            }
            if (elsewhere().isPresent()) {
                return new Violation("/telemetry/relay/endpoint", reason.text());
            }
            return pointer.equals(RequestReader.CARD)
                    ? new Violation(pointer + card.endpointPointer(), reason.text())
                    : within(card.endpointPointer(), reason.text());
        }
    }

    private Examined fetched(SubmissionRequest request, URI url) {
        return switch (cards.fetch(url).await().indefinitely()) {
            case CardFetching.Answer.Fetched(String content) -> read(request, content);
            case CardFetching.Answer.Failed(String reason) -> Examined.Unsound.of(List.of(
                    new Violation(RequestReader.CARD_URL, "could not be fetched: " + reason)));
            case CardFetching.Answer.Silent ignored -> new Examined.Unsound(Problems.cardUnavailable());
        };
    }

    private Examined read(SubmissionRequest request, String content) {
        JsonNode document;
        try {
            document = StrictJson.read(content, "what is there");
        } catch (HttpProblem notStrict) {
            return Examined.Unsound.of(List.of(
                    new Violation(RequestReader.CARD_URL, "leads to no card: " + notStrict.getDetail())));
        }
        return switch (CardReader.read(document, "")) {
            case CardReading.Understood(AgentCard card) -> vetted(new Found(request, document, card, RequestReader.CARD_URL));
            case CardReading.Refused(List<Violation> faults) -> Examined.Unsound.of(faults.stream()
                    .map(fault -> Found.within(fault.pointer(), fault.detail())).toList());
        };
    }

    private Examined vetted(Found found) {
        var answer = vetting.vet(found.elsewhere().orElseGet(found.card()::endpoint),
                found.relay().map(Relay::credential).orElse(null)).await().indefinitely();
        return switch (answer) {
            case Vetting.Answer.Allowed ignored -> sound(found, List.of());
            case Vetting.Answer.Refused(var reasons) -> Examined.Unsound.of(reasons.stream().map(found::at).toList());
            case Vetting.Answer.Silent ignored -> sound(found, List.of(NOT_VETTED));
        };
    }

    private static Examined sound(Found found, List<String> vetted) {
        List<String> warnings = new ArrayList<>(vetted);
        if (found.elsewhere().isPresent()) {
            warnings.add(CALLED_ELSEWHERE);
        }
        try {
            return new Examined.Sound(Proposal.of(found.request(), found.document(), found.card(), warnings));
        } catch (IllegalArgumentException withoutForm) {
            return Examined.Unsound.of(List.of(new Violation(found.pointer(), "holds a character that is only half of one")));
        }
    }
}
