package dev.touchstone.sandbox.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.suite.SuiteCase.Provenance;

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

    LoadedScenarios readScenarios() {
        try {
            JsonNode head = EventJson.mapper().readTree(manifest);
            String digest = Artifacts.digest(cases.getBytes(StandardCharsets.UTF_8));
            if (!digest.equals(text(head, "digest"))) {
                return new LoadedScenarios.Unusable(
                        "The scenarios are not those that the manifest names: their digest is " + digest);
            }
            Provenance common = new Provenance(text(head, "licence"), text(head, "source"));
            List<SuiteScenario> read = new ArrayList<>();
            for (String line : cases.split("\n", -1)) {
                if (!line.isBlank()) {
                    read.add(SuiteLine.readScenario(EventJson.mapper().readTree(line), common));
                }
            }
            return new LoadedScenarios.Usable(
                    new ScenarioSuite(new Suite.Id(text(head, "name"), text(head, "version"), digest), read),
                    new Report("scenarios.jsonl", "application/jsonl", cases));
        } catch (IOException | IllegalArgumentException malformed) {
            return new LoadedScenarios.Unusable("The suite cannot be read: " + malformed.getMessage());
        }
    }

    private List<SuiteCase> readCases(Provenance common) throws IOException {
        List<SuiteCase> read = new ArrayList<>();
        for (String line : cases.split("\n", -1)) {
            if (!line.isBlank()) {
                read.add(SuiteLine.readCase(EventJson.mapper().readTree(line), common));
            }
        }
        return read;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return value.textValue();
    }
}
