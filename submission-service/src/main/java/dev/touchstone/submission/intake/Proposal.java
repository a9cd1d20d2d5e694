package dev.touchstone.submission.intake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.AgentTarget.Terms;
import dev.touchstone.submission.StrictJson;
import dev.touchstone.submission.card.AgentCard;
import dev.touchstone.submission.card.Snapshot;
import dev.touchstone.submission.intake.request.SubmissionRequest;
import dev.touchstone.submission.intake.request.SubmissionRequest.Relay;

/**
 * A request in which nothing is wrong by itself. Whether it can be accepted depends on what was submitted before.
 *
 * @param document the card as it came, in the request or from its URL
 */
record Proposal(SubmissionRequest request, JsonNode document, AgentCard card, String snapshot, List<String> warnings) {

    private static final int DERIVED_DIGITS = 12;

    Proposal {
        warnings = List.copyOf(warnings);
    }

    static Proposal of(SubmissionRequest request, JsonNode document, AgentCard card, List<String> warnings) {
        return new Proposal(request, document, card, Snapshot.digest(document, request.endpointManifest()), warnings);
    }

    Proposal warned(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Proposal(request, document, card, snapshot, all);
    }

    /** Where the agent is called for this review. */
    URI endpoint() {
        return asked().map(Relay::endpoint).orElseGet(card::endpoint);
    }

    /** What the agent asks for beyond its protocol; null for nothing. */
    @Nullable
    Terms terms() {
        Terms terms = new Terms(card.tenant().orElse(null), asked().map(Relay::credential).orElse(null), card.streaming());
        return terms.equals(Terms.NONE) ? null : terms;
    }

    private Optional<Relay> asked() {
        return Optional.ofNullable(request.telemetry().relay());
    }

    String agentId() {
        return request.agentId();
    }

    /** The same content gets the same revision, whatever its white space. */
    String revision() {
        String given = request.revision();
        return given != null ? given
                : "snapshot-" + snapshot.substring("sha256:".length(), "sha256:".length() + DERIVED_DIGITS);
    }

    byte[] cardBytes() {
        return bytes(document);
    }

    Optional<byte[]> manifestBytes() {
        JsonNode manifest = request.endpointManifest();
        return manifest.isMissingNode() ? Optional.empty() : Optional.of(bytes(manifest));
    }

    private static byte[] bytes(JsonNode json) {
        return StrictJson.write(json).getBytes(StandardCharsets.UTF_8);
    }
}
