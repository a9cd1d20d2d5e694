package dev.touchstone.submission.review.progress;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Severity;
import dev.touchstone.events.Stage;
import dev.touchstone.submission.Problems;

/** Which events are asked for; null asks for all. */
record EventFilter(
        @QueryParam("stage") @Parameter(description = "Only of this stage", schema = @Schema(implementation = String.class, enumeration = {
                "precheck", "security", "functional", "judge", "human",
                "publish" })) @Nullable String stage,
        @QueryParam("severity") @Parameter(description = "Only of this severity", schema = @Schema(implementation = String.class, enumeration = {
                "info", "warn", "error" })) @Nullable String severity,
        @QueryParam("event") @Parameter(description = "Only of this kind, as completed", schema = @Schema(implementation = String.class, pattern = "[a-z0-9_]{1,100}")) @Nullable String event,
        @QueryParam("round") @Parameter(description = "Only of this round, from 1", schema = @Schema(implementation = Integer.class, minimum = "1")) @Nullable String round){

    private static final Pattern EVENT = Pattern.compile("[a-z0-9_]{1,100}");
    private static final Pattern ROUND = Pattern.compile("[1-9][0-9]{0,8}");

    /** Refuses what nothing could ever fit: a misspelt stage must not look like a stage without events. */
    EventFilter checked() {
        require(stage, "stage", Arrays.stream(Stage.values()).map(Stage::key).collect(Collectors.joining("|")));
        require(severity, "severity", Arrays.stream(Severity.values()).map(Severity::key).collect(Collectors.joining("|")));
        require(event, "event", EVENT.pattern());
        require(round, "round", ROUND.pattern());
        return this;
    }

    @Nullable
    Integer roundNumber() {
        return round == null ? null : Integer.valueOf(round);
    }

    private static void require(@Nullable String value, String name, String pattern) {
        if (value != null && !value.matches(pattern)) {
            throw Problems.malformedParameter(name + " matches " + pattern + ".");
        }
    }
}
