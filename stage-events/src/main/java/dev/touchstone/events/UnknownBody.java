package dev.touchstone.events;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A kind of a newer version: recorded, shown and passed on, never dropped.
 *
 * @param event the name that the sender gave
 * @param data as it came
 */
public record UnknownBody(String event, JsonNode data) implements EventBody {
}
