package dev.touchstone.sandbox.attempt;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.touchstone.events.artifacts.PublishedSchemas;

@Path("/schemas")
@PermitAll
@Tag(name = "Schemas", description = "What the files of an attempt hold")
class SchemasResource extends PublishedSchemas {

    static final List<String> NAMES = List.of("security_report", "security_prompts", "security_summary", "security_transcript",
            "functional_report", "functional_prompts", "functional_summary", "functional_transcript");

    SchemasResource() {
        super(NAMES);
    }
}
