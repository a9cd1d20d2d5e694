package dev.touchstone.local.wandb.runs;

import java.io.IOException;
import java.util.OptionalLong;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.touchstone.local.wandb.http.Json;

/**
 * What is looked at of a line, which stays text. Read by tokens: a tree for each of a million lines would be thrown away.
 *
 * @param object whether it is the text of one JSON object
 * @param step its {@code _step} if that is a whole number
 */
record LineText(boolean object, OptionalLong step) {

    private static final LineText OTHER = new LineText(false, OptionalLong.empty());

    static LineText of(String line) {
        try (JsonParser parser = Json.parser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return OTHER;
            }
            OptionalLong step = OptionalLong.empty();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isStep = parser.currentName().equals("_step");
                JsonToken value = parser.nextToken();
                if (isStep && value == JsonToken.VALUE_NUMBER_INT) {
                    step = OptionalLong.of(parser.getLongValue());
                }
                parser.skipChildren();
            }
            return parser.nextToken() == null ? new LineText(true, step) : OTHER;
        } catch (IOException notJson) {
            return OTHER;
        }
    }
}
