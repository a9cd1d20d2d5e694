package dev.touchstone.review.human;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which LLMs the judge may be asked for, as judge-service tells it: help for whoever fills in a form. What is asked for is
 * checked by the judge in any case, so nothing depends on it.
 *
 * @param isKnown false where judge-service could not be asked; the rest is empty then
 * @param enabled whether models judge where nobody asks for anything
 * @param jurors what is configured, the first first
 * @param allowed what may be asked for in the first one's place
 * @param method by which prompts, as {@code jury-2}; empty where that was not told
 */
public record LlmOffer(boolean isKnown, boolean enabled, List<Juror> jurors, Allowed allowed, String method) {

    public static final LlmOffer UNKNOWN = new LlmOffer(false, false, List.of(), new Allowed(List.of(), List.of()), "");

    public LlmOffer {
        jurors = List.copyOf(jurors);
    }

    /** A configured model. */
    public record Juror(String name, String provider, String model, String baseUrl) {

        static Juror of(JsonNode juror) {
            return new Juror(juror.path("juror").asText(""), juror.path("provider").asText(""),
                    juror.path("model").asText(""), juror.path("baseUrl").asText(""));
        }
    }

    /**
     * @param models null where any model of an allowed address may be asked for
     */
    public record Allowed(List<String> addresses, @Nullable List<String> models) {

        public Allowed {
            addresses = List.copyOf(addresses);
            models = models == null ? null : List.copyOf(models);
        }
    }

    static LlmOffer of(JsonNode told) {
        JsonNode allowed = told.path("allowed");
        return new LlmOffer(true, told.path("enabled").asBoolean(),
                elements(told.path("jurors")).map(Juror::of).toList(),
                new Allowed(texts(allowed.path("baseUrls")),
                        allowed.path("models").isArray() ? texts(allowed.path("models")) : null),
                told.path("prompts").path("version").asText(""));
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
