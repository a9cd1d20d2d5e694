package dev.touchstone.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.events.codec.EventJson;

/**
 * The examples of every operation: of its request, of each answer, and of the refusals, which are named by their types. They
 * stand in {@code openapi/examples.json}, by operation, and not beside the routes, since some are longer than these.
 */
final class ApiExamples {

    private static final String RESOURCE = "/openapi/examples.json";
    private static final String ACCEPTED = "202";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String TYPES = "urn:touchstone:problem:";

    /** Said before a route is reached, by the library that knows callers; any route may answer so. */
    private static final List<Refusal> OF_ALL = List.of(new Refusal("unauthenticated", 401, "You are not known"),
            new Refusal("forbidden", 403, "You may not do this"));

    private final JsonNode examples;

    private ApiExamples(JsonNode examples) {
        this.examples = examples;
    }

    static ApiExamples load() {
        try (InputStream json = Objects.requireNonNull(ApiExamples.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new ApiExamples(EventJson.mapper().readTree(json));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE, unreadable);
        }
    }

    private record Refusal(String type, int status, String title) {

        static Refusal named(String key) {
            return Arrays.stream(ProblemType.values()).filter(type -> type.key().equals(key)).findFirst()
                    .map(type -> new Refusal(key, type.status(), type.title()))
                    .orElseThrow(() -> new IllegalStateException("There is no problem type " + key));
        }

        Map<String, Object> example() {
            Map<String, Object> example = new LinkedHashMap<>();
            example.put("type", TYPES + type);
            example.put("status", status);
            example.put("title", title);
            return example;
        }
    }

    /** @param problem the name of the problems' schema */
    void addTo(Operation operation, String problem) {
        JsonNode own = examples.path(operation.getOperationId());
        if (operation.getRequestBody() != null) {
            exemplify(operation.getRequestBody().getContent(), own.path("request"));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.equals(ACCEPTED) && answer.getDescription() == null) {
                answer.setDescription("Accepted");
            }
            exemplify(answer.getContent(), own.path(status));
        });
        List<Refusal> refusals = new ArrayList<>(OF_ALL);
        own.path("refusals").forEach(key -> refusals.add(Refusal.named(key.asText())));
        refusals.stream().collect(Collectors.groupingBy(Refusal::status))
                .forEach((status, ofStatus) -> refuse(operation, Integer.toString(status), ofStatus, problem));
    }

    private static void exemplify(@Nullable Content content, JsonNode example) {
        if (content == null || example instanceof MissingNode) {
            return;
        }
        content.getMediaTypes().forEach((name, mediaType) -> {
            if (mediaType.getSchema() == null) {
                mediaType.setSchema(OASFactory.createSchema().description("As it was kept"));
            }
            // Some routes bring their own.
            if (mediaType.getExamples() == null || mediaType.getExamples().isEmpty()) {
                JsonNode own = example.has(name) ? example.path(name) : example;
                mediaType.setExample(EventJson.mapper().convertValue(own, new TypeReference<Object>() {
                }));
            }
        });
    }

    /** The generator lets operations share what is alike; so each gets an answer of its own. */
    private static void refuse(Operation operation, String status, List<Refusal> refusals, String problem) {
        APIResponse declared = operation.getResponses().getAPIResponse(status);
        String description = declared == null || declared.getDescription() == null ? refusals.getFirst().title()
                : declared.getDescription();
        MediaType document = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + problem));
        refusals.forEach(refusal -> document.addExample(refusal.type(), OASFactory.createExample().value(refusal.example())));
        declaredExamples(declared).forEach(document::addExample);
        operation.getResponses().addAPIResponse(status, OASFactory.createAPIResponse().description(description)
                .content(OASFactory.createContent().addMediaType(PROBLEM_JSON, document)));
    }

    /** Those that a route brings itself say more. */
    private static Map<String, Example> declaredExamples(@Nullable APIResponse declared) {
        return Optional.ofNullable(declared).map(APIResponse::getContent)
                .map(content -> content.getMediaType(PROBLEM_JSON)).map(MediaType::getExamples).orElse(Map.of());
    }
}
