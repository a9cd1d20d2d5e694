package dev.touchstone.telemetry.run;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.RunDescription;
import dev.touchstone.telemetry.wandb.RunDescription.Source;

/** What a run's page says of the review besides its history, after an event. */
final class DescriptionProjection {

    /** W&amp;B's limits. */
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_TAG = 64;
    private static final Set<String> JUDGE = Set.of("judge_enabled", "judge_provider", "judge_model", "judge_temperature",
            "judge_max_output_tokens", "judge_base_url", "judge_dry_run");

    private DescriptionProjection() {
    }

    /** What the envelope of any event tells. Requests may come later than the first event, on a topic of their own. */
    static RunDescription first(ReviewRef review) {
        Map<String, JsonNode> config = new LinkedHashMap<>();
        put(config, "agent_id", review.agentId());
        put(config, "revision", review.revision());
        put(config, "submission_id", review.submissionId().toString());
        put(config, "workflow_run_id", review.workflowRunId().toString());
        String notes = "Review of agent " + plain(review.agentId()) + ", revision " + plain(review.revision());
        return new RunDescription(null, name(review.agentId()), notes, null, List.of("touchstone"), config);
    }

    static RunDescription after(RunDescription before, StageEvent event, Optional<Outcome> outcome) {
        RunDescription described = switch (event.body()) {
            case OwnerStatement.Requested requested -> requested(before, event, requested);
            case StageStatement.LlmOverrideApplied applied -> withConfig(before, judge(before.config(), applied.settings()));
            case StageStatement.Completed completed -> ran(before, event, completed.summary());
            case StageStatement.Failed failed -> suites(before, event, failed.summary());
            case StageStatement ignored -> before;
            case OwnerStatement ignored -> before;
            case ReviewerStatement ignored -> before;
            case RecordStatement ignored -> before;
            case UnknownBody ignored -> before;
        };
        return tagged(described, outcome);
    }

    private static RunDescription requested(RunDescription before, StageEvent event, OwnerStatement.Requested requested) {
        ReviewRef review = event.review();
        ReviewContext context = requested.context();
        Map<String, JsonNode> config = new LinkedHashMap<>(before.config());
        put(config, "agent_id", review.agentId());
        put(config, "revision", review.revision());
        put(config, "workflow_run_id", review.workflowRunId().toString());
        put(config, "organization", context.organizationId());
        put(config, "repository", context.repository());
        put(config, "branch", context.branch());
        put(config, "commit", context.commit());
        put(config, "policy_version", context.policyVersion());
        // The first request holds the submitter's wish. Later ones may hold a reviewer's, which counts once it is applied.
        LlmSettings judge = event.stage() == Stage.PRECHECK && event.attempt() == 1 ? requested.llmJudge() : null;
        return new RunDescription(name(requested.agent().displayName() + " " + review.revision()), before.group(),
                before.notes(), new Source(context.repository(), context.commit()), tags(context),
                judge == null ? config : judge(config, judge));
    }

    /** The branch is a tag too, since runs are filtered by tags more easily than by config. */
    private static List<String> tags(ReviewContext context) {
        List<String> tags = new ArrayList<>(List.of("touchstone"));
        String branch = plain(context.branch() == null ? "" : context.branch());
        if (!branch.isEmpty() && branch.length() <= LONGEST_TAG) {
            tags.add(branch);
        }
        return tags;
    }

    private static RunDescription tagged(RunDescription description, Optional<Outcome> outcome) {
        List<String> tags = new ArrayList<>(description.tags());
        for (Outcome each : Outcome.values()) {
            tags.remove(each.tag());
        }
        outcome.ifPresent(ended -> tags.add(ended.tag()));
        return new RunDescription(description.displayName(), description.group(), description.notes(),
                description.source(), tags, description.config());
    }

    private static Map<String, JsonNode> judge(Map<String, JsonNode> before, LlmSettings settings) {
        Map<String, JsonNode> config = new LinkedHashMap<>(before);
        // What this one leaves open must not seem to be as with the one before.
        config.keySet().removeAll(JUDGE);
        put(config, "judge_enabled", settings.enabled());
        put(config, "judge_provider", settings.provider());
        put(config, "judge_model", settings.model());
        put(config, "judge_temperature", settings.temperature());
        put(config, "judge_max_output_tokens", settings.maxOutputTokens());
        put(config, "judge_base_url", settings.baseUrl() == null ? null : PlainAddresses.plain(settings.baseUrl().toString()));
        put(config, "judge_dry_run", settings.dryRun());
        return config;
    }

    /** With which cases and which models the figures were made. */
    private static RunDescription ran(RunDescription before, StageEvent event, JsonNode summary) {
        RunDescription described = suites(before, event, summary);
        if (event.stage() != Stage.JUDGE || !summary.path("llm").isArray()) {
            return described;
        }
        Map<String, JsonNode> config = judge(described.config(), first(summary.path("llm").path(0)));
        config.put("judge_models", summary.path("llm"));
        return withConfig(described, config);
    }

    /** What the first model of a jury ran with, as the judge's summary tells it. */
    private static LlmSettings first(JsonNode seat) {
        String state = seat.path("state").asText();
        JsonNode temperature = seat.path("temperature");
        JsonNode tokens = seat.path("maxOutputTokens");
        return new LlmSettings(state.equals("on") || state.equals("dry-run"), seat.path("provider").textValue(),
                seat.path("model").textValue(), temperature.isNumber() ? (Double) temperature.doubleValue() : null,
                tokens.isInt() ? (Integer) tokens.intValue() : null, address(seat.path("baseUrl").asText("")),
                state.equals("dry-run"));
    }

    private static @Nullable URI address(String text) {
        try {
            return text.isEmpty() ? null : new URI(text);
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    /** Which version of which cases the figures come from. */
    private static RunDescription suites(RunDescription before, StageEvent event, @Nullable JsonNode summary) {
        if (summary == null || !summary.path("suites").isArray()) {
            return before;
        }
        Map<String, JsonNode> config = new LinkedHashMap<>(before.config());
        config.put(event.stage().key() + "_suites", summary.path("suites"));
        return withConfig(before, config);
    }

    private static RunDescription withConfig(RunDescription before, Map<String, JsonNode> config) {
        return new RunDescription(before.displayName(), before.group(), before.notes(), before.source(), before.tags(),
                config);
    }

    private static void put(Map<String, JsonNode> config, String key, @Nullable Object value) {
        if (value != null) {
            config.put(key, ExtendedJson.node(value));
        }
    }

    private static String name(String text) {
        String plain = plain(text);
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    /** A name from a card is a stranger's text: no control, bidirectional or other invisible characters. */
    private static String plain(String text) {
        return text.replaceAll("\\p{C}+", " ").replaceAll("\\s+", " ").strip();
    }
}
