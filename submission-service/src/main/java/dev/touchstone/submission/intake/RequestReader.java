package dev.touchstone.submission.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.WandbRun;
import dev.touchstone.submission.Acceptance.Organization;
import dev.touchstone.submission.Acceptance.Provenance;
import dev.touchstone.submission.Members;
import dev.touchstone.submission.Violation;
import dev.touchstone.submission.Violations;
import dev.touchstone.submission.card.AgentCard;
import dev.touchstone.submission.card.CardReader;
import dev.touchstone.submission.card.CardReading;
import dev.touchstone.submission.intake.SubmissionRequest.Telemetry;
import dev.touchstone.submission.intake.SubmissionRequest.Wandb;

/** Reads a request from JSON. Pure; names every fault at once. */
final class RequestReader {

    static final String CARD = "/cardDocument";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}");
    private static final String ID_EXPECTED = "1 to 128 characters of A-Z a-z 0-9 . _ : @ - that begin with a letter or digit";
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,64}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");
    /** A name of dots alone would be a step in the run's URL. */
    private static final Pattern WANDB_NAME = Pattern.compile("(?!\\.+$)[^/\\\\#?%:]{1,128}");
    private static final String WANDB_NAME_EXPECTED = "1 to 128 characters without / \\ # ? % : and more than dots";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINE = 500;
    private static final double HOTTEST = 2;
    private static final int MOST_TOKENS = 8192;

    private final Violations violations = new Violations();

    private RequestReader() {
    }

    static Reading read(JsonNode json) {
        return new RequestReader().request(json);
    }

    private Reading request(JsonNode json) {
        Members request = Members.of(json, "", violations);
        request.require("agentId");
        Optional<String> agentId = request.matching("agentId", ID, ID_EXPECTED);
        @Nullable
        String revision = request.matching("revision", ID, ID_EXPECTED).orElse(null);
        Optional<AgentCard> card = card(request);
        SubmissionRequest read = new SubmissionRequest(agentId.orElse(""), revision, request.raw("cardDocument"),
                manifest(request), organization(request.object("organization")), telemetry(request.object("telemetry")),
                provenance(request.object("provenance")));
        request.refuseOthers();
        return violations.isEmpty() && card.isPresent()
                ? new Reading.Valid(read, card.get())
                : new Reading.Invalid(violations.all());
    }

    private Optional<AgentCard> card(Members request) {
        JsonNode document = request.raw("cardDocument");
        if (document.isMissingNode()) {
            request.require("cardDocument");
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

    private static JsonNode manifest(Members request) {
        // Only that it is an object: what it says is measured by the precheck.
        return request.object("endpointManifest").isPresent() ? request.raw("endpointManifest") : MissingNode.getInstance();
    }

    private static @Nullable Organization organization(Members organization) {
        if (!organization.isPresent()) {
            return null;
        }
        Optional<String> id = organization.requiredText("organizationId", LONGEST_NAME);
        Organization read = new Organization(id.orElse(""), organization.text("name", LONGEST_NAME).orElse(null),
                organization.matching("contactEmail", EMAIL, "an e-mail address").orElse(null));
        organization.refuseOthers();
        return read;
    }

    private static Telemetry telemetry(Members telemetry) {
        Telemetry read = new Telemetry(wandb(telemetry.object("wandb")), llmJudge(telemetry.object("llmJudge")));
        telemetry.refuseOthers();
        return read;
    }

    private static Wandb wandb(Members wandb) {
        Wandb read = new Wandb(
                wandb.matching("runId", WandbRun.RUN_ID, "1 to 128 characters of A-Z a-z 0-9 - _").orElse(null),
                wandb.matching("project", WANDB_NAME, WANDB_NAME_EXPECTED).orElse(null),
                wandb.matching("entity", WANDB_NAME, WANDB_NAME_EXPECTED).orElse(null),
                wandb.webAddress("baseUrl").orElse(null));
        if (read.baseUrl() != null && read.baseUrl().getRawQuery() != null) {
            wandb.fault("baseUrl", "must not have a query");
        }
        wandb.refuseOthers();
        return read;
    }

    private static @Nullable LlmSettings llmJudge(Members judge) {
        if (!judge.isPresent()) {
            return null;
        }
        LlmSettings read = new LlmSettings(judge.flag("enabled").orElse(null),
                judge.text("provider", LONGEST_NAME).orElse(null),
                judge.text("model", LONGEST_NAME).orElse(null),
                judge.number("temperature", 0, HOTTEST).orElse(null),
                judge.integer("maxOutputTokens", 1, MOST_TOKENS).orElse(null),
                judge.webAddress("baseUrl").orElse(null),
                judge.flag("dryRun").orElse(null));
        judge.refuseOthers();
        return read;
    }

    private static @Nullable Provenance provenance(Members provenance) {
        if (!provenance.isPresent()) {
            return null;
        }
        Provenance read = new Provenance(provenance.text("repository", LONGEST_LINE).orElse(null),
                provenance.text("branch", LONGEST_LINE).orElse(null),
                provenance.matching("commit", COMMIT, "7 to 64 hexadecimal digits").orElse(null),
                pullRequest(provenance).orElse(null));
        provenance.refuseOthers();
        return read;
    }

    /** A number on most forges, a path or URL on others. */
    private static Optional<String> pullRequest(Members provenance) {
        return provenance.raw("pullRequest").isNumber()
                ? provenance.integer("pullRequest", 1, Integer.MAX_VALUE).map(String::valueOf)
                : provenance.text("pullRequest", LONGEST_LINE);
    }
}
