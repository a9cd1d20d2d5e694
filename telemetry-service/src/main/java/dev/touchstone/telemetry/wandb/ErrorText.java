package dev.touchstone.telemetry.wandb;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson.NotJson;

/**
 * What an error body says, in W&amp;B's three forms: {@code {"error":"text"}}, {@code {"error":{"message":"text"}}} and
 * GraphQL's {@code {"errors":[{"message":"text"}]}}. The text is a stranger's: one printable line, of bounded length.
 */
public final class ErrorText {

    private static final int LONGEST = 200;

    private ErrorText() {
    }

    /** Empty where the body has none of these forms, as a proxy's page. */
    public static Optional<String> of(String body) {
        try {
            return of(ExtendedJson.read(body));
        } catch (NotJson other) {
            return Optional.empty();
        }
    }

    public static Optional<String> of(JsonNode body) {
        JsonNode error = body.path("error");
        String text = error.isTextual() ? error.asText() : error.path("message").asText("");
        String found = text.isEmpty() ? body.path("errors").path(0).path("message").asText("") : text;
        return Optional.of(cleaned(found)).filter(cleaned -> !cleaned.isEmpty());
    }

    private static String cleaned(String text) {
        String line = text.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", " ").replaceAll(" +", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
