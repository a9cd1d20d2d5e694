package dev.touchstone.events.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** A published schema, to hold files of an attempt against. Whoever uses it has networknt's validator in its tests. */
public final class FileSchema {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, FileSchema> READ = new ConcurrentHashMap<>();

    private final String text;
    private final Schema schema;

    private FileSchema(String text) {
        this.text = text;
        this.schema = REGISTRY.getSchema(text);
    }

    /** Of a file's name, as {@code judge_report.jsonl}. */
    public static FileSchema of(String file) {
        return READ.computeIfAbsent(file.replaceAll("\\.jsonl?$", ""), FileSchema::read);
    }

    private static FileSchema read(String name) {
        String resource = "/schemas/" + name + ".schema.json";
        try (InputStream in = Objects.requireNonNull(FileSchema.class.getResourceAsStream(resource), resource)) {
            return new FileSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The schema itself. */
    public String text() {
        return text;
    }

    /** What is wrong with a document, or with a line of JSON Lines; empty where it is as described. */
    public List<String> faults(String document) {
        return schema.validate(document, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    /** What is wrong with a whole file, line by line if its name says so. */
    public static List<String> faults(String file, String content) {
        Stream<String> documents = file.endsWith(".jsonl") ? content.lines() : Stream.of(content);
        return documents.flatMap(document -> of(file).faults(document).stream().map(fault -> fault + " in " + document))
                .toList();
    }
}
