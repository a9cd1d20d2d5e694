package dev.touchstone.judge.report;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.touchstone.events.artifacts.PublishedSchemas;

@Path("/schemas")
@PermitAll
@Tag(name = "Schemas", description = "What the files of an attempt hold")
class SchemasResource extends PublishedSchemas {

    static final List<String> NAMES = List.of("judge_report", "judge_summary", "relay_logs", "judge_eval");

    SchemasResource() {
        super(NAMES);
    }
}
