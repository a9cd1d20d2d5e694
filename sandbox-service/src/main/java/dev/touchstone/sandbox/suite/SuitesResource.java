package dev.touchstone.sandbox.suite;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;

/**
 * The suites of this deployment. An operator imports them; whoever may see every organisation's reviews may read them.
 * Submitters may not: who knows the cases can prepare an agent for them.
 */
@Path("/suites")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
@Tag(name = "Suites", description = "Versioned sets of test cases and scenarios")
@APIResponse(responseCode = "401", description = "The caller is not known")
@APIResponse(responseCode = "403", description = "The caller may not do this")
public class SuitesResource {

    static final String JSON_LINES = "application/jsonl";

    private final SuiteShelf shelf;
    private final Callers callers;

    SuitesResource(SuiteShelf shelf, Callers callers) {
        this.shelf = shelf;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "All suites, without their lines")
    @APIResponse(responseCode = "200")
    public List<SuiteView> all() {
        return shelf.all();
    }

    @GET
    @Path("/{name}/{version}")
    @Operation(summary = "A suite, without its lines")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404")
    public SuiteView one(@PathParam("name") String name, @PathParam("version") String version) {
        return shelf.head(new StoredSuite.Key(name, version)).orElseThrow(SuiteProblems::notFound);
    }

    @GET
    @Path("/{name}/{version}/cases")
    @Produces(JSON_LINES)
    @Operation(summary = "The lines of a suite, to the byte as its digest is of them")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404")
    public String cases(@PathParam("name") String name, @PathParam("version") String version) {
        return shelf.lines(new StoredSuite.Key(name, version)).orElseThrow(SuiteProblems::notFound);
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Imports a suite: {\"manifest\": {…}, \"cases\": \"JSON Lines\"}")
    @APIResponse(responseCode = "200", description = "The very same suite was there")
    @APIResponse(responseCode = "201", description = "Stored; a version never changes")
    @APIResponse(responseCode = "400", description = "No JSON object in UTF-8")
    @APIResponse(responseCode = "409", description = "This name and version has other content, or is the service's own")
    @APIResponse(responseCode = "413", description = "Too large")
    @APIResponse(responseCode = "422", description = "Not valid; every fault is named by line and member")
    public Response store(byte @Nullable [] body) {
        SuiteDocument document = SuiteRequests.document(body);
        return store(document, document.check(), List.of());
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Consumes("text/csv")
    @Operation(summary = "Imports test cases from CSV, in the columns of AdvBench, AISI, HarmBench or XSTest")
    @APIResponse(responseCode = "200", description = "The very same suite was there")
    @APIResponse(responseCode = "201", description = "Stored, with the rows that were left out")
    @APIResponse(responseCode = "400", description = "Not UTF-8")
    @APIResponse(responseCode = "409", description = "This name and version has other content, or is the service's own")
    @APIResponse(responseCode = "413", description = "Too large")
    @APIResponse(responseCode = "422", description = "Not valid; every fault is named by line and column")
    public Response storeCsv(@QueryParam("name") @Nullable String name, @QueryParam("version") @Nullable String version,
            @QueryParam("licence") @Nullable String licence, @QueryParam("source") @Nullable String source,
            @Parameter(description = "Told by the header where it is missing") @QueryParam("layout") @Nullable String layout,
            @Parameter(description = "Told by each text where it is missing") @QueryParam("language") @Nullable String language,
            byte @Nullable [] body) {
        CsvSuite.Named named = SuiteRequests.named(name, version,
                new SuiteRequests.Terms(licence, source, layout, language));
        CsvSuite.Read read = CsvSuite.read(SuiteRequests.csv(body), named);
        return store(read.document(), read.checked(), read.leftOut());
    }

    @PUT
    @Path("/{name}/{version}/retired")
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Retires an imported suite: {\"reason\": \"…\"}", description = "It stays readable; a gate that names it stays closed. The first reason stays.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "No JSON object in UTF-8")
    @APIResponse(responseCode = "404", description = "No such imported suite")
    @APIResponse(responseCode = "422", description = "There is no reason")
    public SuiteView retire(@PathParam("name") String name, @PathParam("version") String version, byte @Nullable [] body) {
        return shelf.retire(new StoredSuite.Key(name, version), SuiteRequests.reason(body), callers.current().name())
                .orElseThrow(SuiteProblems::notFound);
    }

    private Response store(SuiteDocument document, CheckedSuite checked, List<Fault> leftOut) {
        String by = callers.current().name();
        return answer(switch (checked) {
            case CheckedSuite.Faulty(List<Fault> faults) -> throw SuiteProblems.invalid(faults);
            case CheckedSuite.Cases(Manifest manifest, Suite suite) ->
                shelf.add(manifest, document.lines(), SuiteCounts.of(suite), by);
            case CheckedSuite.Scenarios(Manifest manifest, ScenarioSuite suite) ->
                shelf.add(manifest, document.lines(), SuiteCounts.of(suite), by);
        }, leftOut);
    }

    private static Response answer(ImportedSuite imported, List<Fault> leftOut) {
        return switch (imported) {
            case ImportedSuite.Stored(SuiteView view) ->
                Response.created(URI.create("/suites/" + view.name() + "/" + view.version())).entity(view.leavingOut(leftOut))
                        .build();
            case ImportedSuite.Known(SuiteView view) -> Response.ok(view.leavingOut(leftOut)).build();
            case ImportedSuite.Taken(String detail) -> throw SuiteProblems.taken(detail);
        };
    }
}
