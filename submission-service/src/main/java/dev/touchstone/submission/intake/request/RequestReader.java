package dev.touchstone.submission.intake.request;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.submission.Members;
import dev.touchstone.submission.Violation;
import dev.touchstone.submission.Violations;
import dev.touchstone.submission.card.AgentCard;
import dev.touchstone.submission.card.CardReader;
import dev.touchstone.submission.card.CardReading;

/** Reads a request from JSON. Pure; names every fault at once. */
public final class RequestReader {

    public static final String CARD = "/cardDocument";
    public static final String CARD_URL = "/cardUrl";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}");
    private static final String ID_EXPECTED = "1 to 128 characters of A-Z a-z 0-9 . _ : @ - that begin with a letter or digit";

    private final String organizationId;
    private final Violations violations = new Violations();

    private RequestReader(String organizationId) {
        this.organizationId = organizationId;
    }

    /**
     * @param organizationId that the client belongs to
     */
    public static Reading read(JsonNode json, String organizationId) {
        return new RequestReader(organizationId).request(json);
    }

    private Reading request(JsonNode json) {
        Members request = Members.of(json, "", violations);
        request.require("agentId");
        Optional<String> agentId = request.matching("agentId", ID, ID_EXPECTED);
        @Nullable
        String revision = request.matching("revision", ID, ID_EXPECTED).orElse(null);
        Optional<AgentCard> card = card(request);
        SubmissionRequest read = new SubmissionRequest(agentId.orElse(""), revision, request.raw("cardDocument"),
                cardUrl(request).orElse(null), manifest(request), SignatureReader.read(request.object("signatureBundle")),
                OriginReader.organization(request.object("organization"), organizationId),
                TelemetryReader.read(request.object("telemetry"), organizationId),
                OriginReader.provenance(request.object("provenance")));
        request.refuseOthers();
        return violations.isEmpty() ? new Reading.Valid(read, card) : new Reading.Invalid(violations.all());
    }

    private Optional<AgentCard> card(Members request) {
        JsonNode document = request.raw("cardDocument");
        if (document.isMissingNode()) {
            return Optional.empty();
        }
        return switch (CardReader.read(document, CARD)) {
            case CardReading.Understood(AgentCard card) -> Optional.of(card);
            case CardReading.Refused(List<Violation> faults) -> refused(faults);
        };
    }

    private Optional<AgentCard> refused(List<Violation> faults) {
        faults.forEach(each -> violations.add(each.pointer(), each.detail()));
        return Optional.empty();
    }

    /** Which of two cards was meant could not be told. */
    private static Optional<URI> cardUrl(Members request) {
        boolean enclosed = !request.raw("cardDocument").isMissingNode();
        boolean located = !request.raw("cardUrl").isMissingNode();
        if (enclosed && located) {
            request.fault("cardUrl", "must not stand beside cardDocument");
        }
        if (!enclosed && !located) {
            request.fault("cardDocument", "is required, or cardUrl in its place");
        }
        return request.webAddress("cardUrl");
    }

    private static JsonNode manifest(Members request) {
        // Only that it is an object: what it says is measured by the precheck.
        return request.object("endpointManifest").isPresent() ? request.raw("endpointManifest") : MissingNode.getInstance();
    }
}
