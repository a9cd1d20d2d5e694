package dev.touchstone.submission;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Completes the OpenAPI document with what is the same for every route, so that no route can forget it: who may call, what
 * a refusal looks like, examples, and which members may be null. Runs when the service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String KEY = "key";
    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";
    /** What the libraries add; nothing refers to it any more. */
    private static final List<String> OF_THE_LIBRARY = List.of("HttpProblem", "HttpValidationProblem", "Violation",
            "JsonNodeType");

    private static final Map<String, String> PAGES = Map.of("limit", "The most items of the page, 1 to 200", "after",
            "The cursor that the page before named as next");

    private final ApiNulls nulls;
    private final ApiExamples examples = ApiExamples.load();

    /** @param index of all classes of the service */
    public ApiDescription(IndexView index) {
        this.nulls = new ApiNulls(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(OASFactory.createServer().url("http://localhost:8080")
                .description("A local system. Another installation is reached under the address that its operator names.")));
        describeCallers(api);
        OF_THE_LIBRARY.forEach(api.getComponents()::removeSchema);
        api.getComponents().addSchema(PROBLEM, problem());
        // The generator describes the Java class, of which nothing is sent.
        api.getComponents().addSchema("JsonNode", OASFactory.createSchema().description("Any JSON"));
        api.getComponents().getSchemas().values().forEach(ApiDescription::leaveJsonOpen);
        api.getComponents().getSchemas().forEach(nulls::tell);
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(operation)));
    }

    private void complete(Operation operation) {
        operation.setOperationId(shortId(operation.getOperationId()));
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(KEY),
                OASFactory.createSecurityRequirement().addScheme(TOKEN)));
        tellOfPages(operation);
        readByHand(operation);
        examples.addTo(operation, PROBLEM);
    }

    /** To the generator a node of JSON is an array, since it can be iterated. */
    private static void leaveJsonOpen(Schema schema) {
        Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema> of()).values().stream()
                .filter(property -> property.getRef() != null && property.getRef().endsWith("/JsonNode"))
                .forEach(property -> property.setType(null));
    }

    /** All pages are asked for in the same way. */
    private static void tellOfPages(Operation operation) {
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter> of())) {
            if (parameter.getDescription() == null && PAGES.containsKey(parameter.getName())) {
                parameter.setDescription(PAGES.get(parameter.getName()));
            }
        }
    }

    /** A body that the service parses itself is no file to be uploaded, but JSON. */
    private static void readByHand(Operation operation) {
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().getMediaTypes().values().stream()
                    .filter(content -> content.getSchema() != null && "binary".equals(content.getSchema().getFormat()))
                    .forEach(content -> content.setSchema(OASFactory.createSchema().addType(SchemaType.OBJECT)));
        }
    }

    /**
     * {@code KeysResource_issue} becomes {@code keysIssue}: clients are generated with these names. A name of its own stays.
     */
    private static String shortId(String id) {
        String[] parts = id.split("_", 2);
        if (parts.length == 1) {
            return id;
        }
        String name = parts[0].replaceAll("Resource$", "");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                + parts[1].substring(0, 1).toUpperCase(Locale.ROOT)
                + parts[1].substring(1);
    }

    private static void describeCallers(OpenAPI api) {
        api.getComponents().addSecurityScheme(KEY, OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP)
                .scheme("bearer").bearerFormat("ts_…").description("A key that the organisation's operator issued."))
                .addSecurityScheme(TOKEN, OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                        .bearerFormat("JWT").description("A token of the identity provider, where one is configured."));
    }

    private static Schema problem() {
        Schema violation = OASFactory.createSchema().addType(SchemaType.OBJECT)
                .addProperty("pointer", text("RFC 6901 JSON pointer to the member at fault; empty for the whole document"))
                .addProperty("detail", text("What is wrong, for people")).required(List.of("pointer", "detail"));
        return OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("RFC 9457 problem. A type may have further members.")
                .addProperty("type", text("Stable; clients may branch on it").format("uri"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("title", text("What all problems of this type have in common"))
                .addProperty("detail", text("What this one is about"))
                .addProperty("instance", text("The path that was asked for"))
                .addProperty("violations", OASFactory.createSchema().addType(SchemaType.ARRAY).items(violation))
                .required(List.of("type", "status", "title"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
