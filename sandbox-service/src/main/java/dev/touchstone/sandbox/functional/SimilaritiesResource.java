package dev.touchstone.sandbox.functional;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import dev.touchstone.events.access.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;

/** The functional stage's measures for the other services, so that there is one model of meaning, in one place. */
@Path("/similarities")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Similarities", description = "How near answers are to expected ones, for the other services")
public class SimilaritiesResource {

    private final Embeddings embeddings;
    private final ModelConfig config;

    SimilaritiesResource(Embeddings embeddings, ModelConfig config) {
        this.embeddings = embeddings;
        this.config = config;
    }

    /** On a worker's thread: the model computes in native code, which would hold a virtual thread's carrier. */
    @POST
    @Blocking
    @Operation(summary = "How near are these answers to what was expected?", description = "For each pair the share of the"
            + " expected words that the answer holds, the similarity by meaning, and what the expected answer holds exactly."
            + " 1 is the same, null is not measured, which is not 0. Nothing is stored.")
    @APIResponse(responseCode = "200", description = "One comparison for each pair, in their order")
    @APIResponse(responseCode = "400", description = "The body is not a JSON object")
    @APIResponse(responseCode = "401", description = "The caller is not known")
    @APIResponse(responseCode = "403", description = "The caller is no service of this installation")
    @APIResponse(responseCode = "422", description = "Some values are missing or wrong; all of them are named")
    public Comparisons.Answer compare(Comparisons.@Nullable Request request) {
        if (request == null) {
            throw malformed();
        }
        List<Comparison.Pair> pairs = request.checked();
        return switch (embeddings.model()) {
            case Embeddings.Model.Usable(ModelId model) -> measured(model, new Comparison.Measure(embeddings,
                    config.modelLanguages()), pairs);
            case Embeddings.Model.Unusable unusable ->
                measured(null, new Comparison.Measure(null, config.modelLanguages()), pairs);
        };
    }

    private static Comparisons.Answer measured(@Nullable ModelId model, Comparison.Measure measure,
            List<Comparison.Pair> pairs) {
        return Comparisons.Answer.of(model, pairs.stream().map(measure::of).toList());
    }

    /** JSON of another shape is malformed like any other; Quarkus would answer it with a document of its own. */
    @ServerExceptionMapper
    Response malformed(MismatchedInputException fault) {
        return malformed().toResponse();
    }

    private static HttpProblem malformed() {
        return HttpProblem.builder().withType(URI.create("urn:touchstone:problem:malformed-request"))
                .withTitle("Malformed request").withStatus(400).withDetail("The body is a JSON object.").build();
    }
}
