package dev.touchstone.sandbox.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.suite.SuiteCase.Kind;
import dev.touchstone.sandbox.suite.SuiteCase.Provenance;
import dev.touchstone.sandbox.suite.SuiteCase.Script;

/** A suite as it is written down: a manifest, and the cases as JSON Lines, whose hash the manifest holds. */
record SuiteDocument(String manifest, String cases) {

    LoadedSuite read() {
        try {
            JsonNode head = EventJson.mapper().readTree(manifest);
            String digest = Artifacts.digest(cases.getBytes(StandardCharsets.UTF_8));
            if (!digest.equals(text(head, "digest"))) {
                return new LoadedSuite.Unusable("The cases are not those that the manifest names: their digest is " + digest);
            }
            Suite.Id id = new Suite.Id(text(head, "name"), text(head, "version"), digest);
            return new LoadedSuite.Usable(
                    new Suite(id, readCases(new Provenance(text(head, "licence"), text(head, "source")))),
                    new Report("cases.jsonl", "application/jsonl", cases));
        } catch (IOException | IllegalArgumentException malformed) {
            return new LoadedSuite.Unusable("The suite cannot be read: " + malformed.getMessage());
        }
    }

    private List<SuiteCase> readCases(Provenance common) throws IOException {
        List<SuiteCase> read = new ArrayList<>();
        for (String line : cases.split("\n", -1)) {
            if (!line.isBlank()) {
                read.add(readCase(EventJson.mapper().readTree(line), common));
            }
        }
        return read;
    }

    private static SuiteCase readCase(JsonNode line, Provenance common) {
        Kind kind = new Kind(Language.of(text(line, "language")), text(line, "category"), optional(line, "owasp"),
                Expected.of(text(line, "expected")));
        Provenance provenance = new Provenance(line.path("licence").asText(common.licence()),
                line.path("source").asText(common.source()));
        return new SuiteCase(text(line, "id"), kind, new Script(optional(line, "note"), texts(line, "turns")),
                texts(line, "markers"), provenance);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return value.textValue();
    }

    private static @Nullable String optional(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
