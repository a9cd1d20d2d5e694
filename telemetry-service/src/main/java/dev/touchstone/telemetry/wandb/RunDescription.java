package dev.touchstone.telemetry.wandb;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a run page shows besides the history. Sent whole each time, since W&amp;B replaces what it has.
 *
 * @param displayName null lets the server invent one
 * @param group runs of one group are shown together
 * @param source where the code under review comes from; null where that was not said
 * @param tags the whole list
 * @param config by key, in the order of display
 */
public record RunDescription(@Nullable String displayName, String group, String notes, @Nullable Source source,
        List<String> tags, Map<String, JsonNode> config) {

    public static final String JOB_TYPE = "review";

    public RunDescription {
        tags = List.copyOf(tags);
        config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    }

    /**
     * A git repository and commit, either of which may not have been said.
     */
    public record Source(@Nullable String repository, @Nullable String commit) {
    }
}
