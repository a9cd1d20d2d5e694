package dev.touchstone.events.artifacts;

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

/**
 * The JSON Schemas of what an attempt leaves behind, for whoever reads it with a program. They are no secret. A service that
 * has some extends this with a path and the names of its files in {@code resources/schemas}.
 */
public abstract class PublishedSchemas {

    private final List<String> names;

    /**
     * @param names each a file's name without its suffix, as {@code judge_report} for {@code judge_report.jsonl}; JSON Lines
     *        are
     *        described line by line
     */
    protected PublishedSchemas(List<String> names) {
        this.names = List.copyOf(names);
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The names of all schemas")
    @APIResponse(responseCode = "200", description = "Names for the path below this one")
    public List<String> names() {
        return names;
    }

    @GET
    @PermitAll
    @Path("/{name}")
    @Operation(summary = "One schema", description = "JSON Schema 2020-12 of a document, or of a line of JSON Lines.")
    @APIResponse(responseCode = "200", description = "The schema")
    @APIResponse(responseCode = "404", description = "There is no such schema")
    public Response schema(@PathParam("name") String name) throws IOException {
        if (!names.contains(name)) {
            throw new NotFoundException("No such schema");
        }
        String file = "/schemas/" + name + ".schema.json";
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(file), file)) {
            return Response.ok(in.readAllBytes(), "application/schema+json").build();
        }
    }
}
