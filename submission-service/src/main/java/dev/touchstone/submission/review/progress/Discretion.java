package dev.touchstone.submission.review.progress;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.access.Caller;

/**
 * What of an event a caller is shown. Events hold no secrets, but some say where things are inside the installation: the
 * addresses of LLMs that its people chose and of its audit endpoint, and of artifacts, which only its services and people
 * may fetch. Whoever only submits is not told those. Names and notes of those who decided are part of the verdict.
 */
enum Discretion {

    EVERYTHING,
    NO_INNER_ADDRESSES;

    private static final List<String> LLM_SETTINGS = List.of("/settings", "/llmOverride", "/llmJudge");
    private static final String UPLOAD_FAILED = "ledger_upload_failed";

    static Discretion of(Caller caller) {
        return caller.seesAll() ? EVERYTHING : NO_INNER_ADDRESSES;
    }

    KeptEvent shown(KeptEvent event) {
        return switch (this) {
            case EVERYTHING -> event;
            case NO_INNER_ADDRESSES -> event.with(withoutAddresses(event),
                    event.artifacts().stream().map(KeptEvent.Artifact::withoutAddress).toList());
        };
    }

    LlmSettings shown(LlmSettings settings) {
        return switch (this) {
            case EVERYTHING -> settings;
            case NO_INNER_ADDRESSES -> new LlmSettings(settings.enabled(), settings.provider(), settings.model(),
                    settings.temperature(), settings.maxOutputTokens(), null, settings.dryRun());
        };
    }

    private static JsonNode withoutAddresses(KeptEvent event) {
        JsonNode data = event.data().deepCopy();
        LLM_SETTINGS.forEach(settings -> remove(data.at(settings), "baseUrl"));
        remove(data.at("/agent/card"), "url");
        if (event.event().equals(UPLOAD_FAILED) && data instanceof ObjectNode failure) {
            failure.put("reason", "The audit endpoint did not take the entry.");
        }
        return data;
    }

    private static void remove(JsonNode from, String name) {
        if (from instanceof ObjectNode object) {
            object.remove(name);
        }
    }
}
