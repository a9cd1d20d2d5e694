package dev.touchstone.sandbox.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** Holds the files of an attempt against the schemas that are published. */
public final class Schemas {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Schemas() {
    }

    public static void assertDescribe(List<Report> reports) {
        reports.forEach(Schemas::assertDescribes);
    }

    private static void assertDescribes(Report report) {
        Schema schema = SCHEMAS.computeIfAbsent(report.name().replaceAll("\\.jsonl?$", ""), Schemas::read);
        Stream<String> documents = report.name().endsWith(".jsonl") ? report.text().lines() : Stream.of(report.text());
        documents.forEach(document -> assertEquals(List.of(), schema.validate(document, InputFormat.JSON),
                () -> report.name() + ": " + document));
    }

    private static Schema read(String name) {
        try {
            return REGISTRY.getSchema(new String(SchemasResource.read(name), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
