package dev.touchstone.review.pages.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.codec.EventJson;

/** LLM settings as the value of a choice in a form: whole, so that the choice means what it meant when the page was made. */
final class Presets {

    private Presets() {
    }

    /** In signs of ASCII, DEL not being one, so that what is invisible in a model's name stands there as what it is. */
    static String value(LlmSettings settings) {
        try {
            return EventJson.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
                    .writeValueAsString(settings).replace("\177", "\\u007f");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Settings can be written", impossible);
        }
    }

    /** Whoever sends it may have written anything, so it is checked like what is typed in; text is no settings. */
    static JsonNode read(String value) {
        try {
            return EventJson.mapper().readTree(value);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf("");
        }
    }
}
