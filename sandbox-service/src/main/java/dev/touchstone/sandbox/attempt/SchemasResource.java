package dev.touchstone.sandbox.attempt;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The JSON Schemas of what an attempt leaves behind, for whoever reads it with a program. They are no secret. */
@Path("/schemas")
@PermitAll
@Tag(name = "Schemas", description = "What the files of an attempt hold")
public class SchemasResource {

    /** A file's name without its suffix. JSON Lines are described line by line. */
    static final List<String> NAMES = List.of("security_report", "security_prompts", "security_summary", "security_transcript",
            "functional_report", "functional_prompts", "functional_summary", "functional_transcript");

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The names of all schemas")
    @APIResponse(responseCode = "200", description = "Names for the path below this one")
    public List<String> names() {
        return NAMES;
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "One schema", description = "JSON Schema 2020-12 of a document, or of a line of JSON Lines.")
    @APIResponse(responseCode = "200", description = "The schema")
    @APIResponse(responseCode = "404", description = "There is no such schema")
    public Response schema(@PathParam("name") String name) throws IOException {
        if (!NAMES.contains(name)) {
            throw new NotFoundException("No such schema");
        }
        return Response.ok(read(name), "application/schema+json").build();
    }

    static byte[] read(String name) throws IOException {
        String file = "/schemas/" + name + ".schema.json";
        try (InputStream in = Objects.requireNonNull(SchemasResource.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        }
    }
}
