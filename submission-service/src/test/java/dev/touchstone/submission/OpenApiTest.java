package dev.touchstone.submission;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

/**
 * The description of the API is right, complete, and the one that is kept beside the service. After a change of the API run
 * {@code ./mvnw test -pl submission-service -Dtest=OpenApiTest -Dopenapi.refresh} and read what has become different.
 */
@ServiceTest
class OpenApiTest {

    private static final Path KEPT = Path.of("openapi.json");
    private static final Set<String> OF_THE_LIBRARY = Set.of("unauthenticated", "forbidden");

    private String served = "";
    private JsonNode api = MissingNode.getInstance();

    @BeforeEach
    void ask() throws IOException {
        served = given().accept("application/json").when().get("/q/openapi?format=json").then().statusCode(200).extract()
                .asString();
        api = Cards.json(served);
        if (System.getProperty("openapi.refresh") != null) {
            Files.writeString(KEPT, api.toPrettyString() + "\n");
        }
    }

    @Test
    void whatIsServedIsWhatIsKept() throws IOException {
        assertEquals(Cards.json(Files.readString(KEPT)).toPrettyString(), api.toPrettyString(),
                "The API has changed: refresh " + KEPT + " as this test's comment says");
    }

    @Test
    void aParserFindsNoFault() {
        // When
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(served, List.of(), options);
        // Then
        assertEquals(List.of(), result.getMessages());
    }

    @Test
    void everyOperationIsDescribedWithExamplesOfItsBodies() {
        // Given
        List<String> missing = new ArrayList<>();
        // When
        operations((name, operation) -> {
            require(operation.path("summary").asText(""), name + " has no summary", missing);
            operation.path("parameters").forEach(parameter -> require(parameter.path("in").asText().equals("path") ? "path"
                    : parameter.path("description").asText(""), name + " does not describe " + parameter.path("name"),
                    missing));
            bodies(operation.path("requestBody"), name + " request", missing);
            operation.path("responses").properties().forEach(response -> {
                require(response.getValue().path("description").asText(""), name + " does not describe " + response.getKey(),
                        missing);
                bodies(response.getValue(), name + " " + response.getKey(), missing);
            });
            if (operation.path("responses").properties().stream().noneMatch(response -> response.getKey().startsWith("2"))) {
                missing.add(name + " has no answer");
            }
        });
        // Then
        assertEquals("", String.join("\n", missing), "Complete src/main/resources/openapi/examples.json or the route");
    }

    @Test
    void everyRefusalIsAProblemOfAKnownType() {
        // Given
        Set<String> known = Stream.concat(OF_THE_LIBRARY.stream(), Stream.of(ProblemType.values()).map(ProblemType::key))
                .map(key -> "urn:touchstone:problem:" + key).collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        // When
        operations((name, operation) -> operation.path("responses").properties().stream()
                .filter(response -> response.getKey().compareTo("400") >= 0).forEach(response -> {
                    JsonNode examples = response.getValue().at("/content/application~1problem+json/examples");
                    if (examples.isEmpty()) {
                        missing.add(name + " " + response.getKey() + " names no type of problem");
                    }
                    examples.forEach(example -> {
                        if (!known.contains(example.at("/value/type").asText())
                                || example.at("/value/status").asInt() != Integer.parseInt(response.getKey())) {
                            missing.add(name + " " + response.getKey() + " is no " + example.at("/value/type"));
                        }
                    });
                }));
        // Then
        assertEquals("", String.join("\n", missing), "Name them under refusals in src/main/resources/openapi/examples.json");
    }

    @Test
    void everyExampleKeepsItsSchema() {
        // Given
        List<String> faults = new ArrayList<>();
        // When
        operations((name, operation) -> {
            contents(operation.path("requestBody"), (type, content) -> faults.addAll(check(name + " request", content)));
            operation.path("responses").properties().forEach(response -> contents(response.getValue(),
                    (type, content) -> faults.addAll(check(name + " " + response.getKey(), content))));
        });
        // Then
        assertEquals("", String.join("\n", faults));
    }

    private void operations(BiConsumer<String, JsonNode> each) {
        api.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> method.getValue().has("responses"))
                .forEach(method -> each.accept(method.getValue().path("operationId").asText(method.getKey() + " "
                        + path.getKey()), method.getValue())));
    }

    private static void contents(JsonNode body, BiConsumer<String, JsonNode> each) {
        body.path("content").properties().forEach(content -> each.accept(content.getKey(), content.getValue()));
    }

    private static void bodies(JsonNode body, String name, List<String> missing) {
        contents(body, (type, content) -> {
            if (!content.has("example") && !content.has("examples")) {
                missing.add(name + " has no example of " + type);
            }
            if (!content.has("schema")) {
                missing.add(name + " has no schema of " + type);
            }
        });
    }

    private static void require(String text, String otherwise, List<String> missing) {
        if (text.isBlank()) {
            missing.add(otherwise);
        }
    }

    /** The schema of a body with all others beside it, so that its references lead somewhere. */
    private List<String> check(String name, JsonNode content) {
        String root = "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"components\": "
                + api.path("components") + ", \"allOf\": [" + content.path("schema") + "]}";
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root, InputFormat.JSON);
        List<JsonNode> values = new ArrayList<>();
        if (content.has("example")) {
            values.add(content.path("example"));
        }
        content.path("examples").forEach(example -> values.add(example.path("value")));
        return values.stream().flatMap(value -> schema.validate(value.toString(), InputFormat.JSON).stream())
                .map(fault -> name + ": " + fault.getInstanceLocation() + " " + fault.getMessage()).toList();
    }
}
