package dev.touchstone.telemetry.wandb.api;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A run that somebody has begun, as the server has it.
 *
 * @param storageId W&amp;B's own id of it, which an update of it must name
 * @param config as W&amp;B stores it: an object of which each member has a {@code value}, and {@code _wandb}
 * @param summary the whole, an object
 * @param lastRow the last line of its history, an object; empty where it has none
 */
public record ExistingRun(String storageId, ResumePoint point, JsonNode config, JsonNode summary, List<String> tags,
        String notes, JsonNode lastRow) {

    public ExistingRun {
        tags = List.copyOf(tags);
    }

    /** A run without history. */
    public ExistingRun(String storageId, ResumePoint point, JsonNode config, JsonNode summary, List<String> tags,
            String notes) {
        this(storageId, point, config, summary, tags, notes, JsonNodeFactory.instance.objectNode());
    }
}
