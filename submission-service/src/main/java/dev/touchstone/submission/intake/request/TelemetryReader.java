package dev.touchstone.submission.intake.request;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.LlmSettingsReader;
import dev.touchstone.events.LlmSettingsReading;
import dev.touchstone.events.LlmSettingsReading.Fault;
import dev.touchstone.events.WandbRun;
import dev.touchstone.submission.Members;
import dev.touchstone.submission.intake.request.SubmissionRequest.Relay;
import dev.touchstone.submission.intake.request.SubmissionRequest.Telemetry;
import dev.touchstone.submission.intake.request.SubmissionRequest.Wandb;

/** Reads how a review is to be recorded and judged. */
final class TelemetryReader {

    /** A name of dots alone would be a step in the run's URL. */
    private static final Pattern WANDB_NAME = Pattern.compile("(?!\\.+$)[^/\\\\#?%:]{1,128}");
    private static final String WANDB_NAME_EXPECTED = "1 to 128 characters without / \\ # ? % : and more than dots";

    private TelemetryReader() {
    }

    /**
     * @param organizationId that the client belongs to
     */
    static Telemetry read(Members telemetry, String organizationId) {
        Telemetry read = new Telemetry(wandb(telemetry.object("wandb")), relay(telemetry.object("relay"), organizationId),
                llmJudge(telemetry));
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

    private static @Nullable Relay relay(Members relay, String organizationId) {
        if (!relay.isPresent()) {
            return null;
        }
        Optional<URI> endpoint = relay.webAddress("endpoint");
        Optional<String> credential = SecretReference.read(relay, "token", organizationId);
        if (relay.raw("endpoint").isMissingNode() && relay.raw("token").isMissingNode()) {
            relay.fault("endpoint", "is required, or token, or both");
        }
        relay.refuseOthers();
        return new Relay(endpoint.orElse(null), credential.orElse(null));
    }

    private static @Nullable LlmSettings llmJudge(Members telemetry) {
        JsonNode asked = telemetry.raw("llmJudge");
        return asked.isMissingNode() ? null : switch (LlmSettingsReader.read(asked)) {
            case LlmSettingsReading.Usable(LlmSettings settings) -> settings;
            case LlmSettingsReading.Refused(List<Fault> faults) -> refused(telemetry, faults);
        };
    }

    private static @Nullable LlmSettings refused(Members telemetry, List<Fault> faults) {
        faults.forEach(each -> telemetry.faultWithin("llmJudge", each.pointer(), each.detail()));
        return null;
    }
}
