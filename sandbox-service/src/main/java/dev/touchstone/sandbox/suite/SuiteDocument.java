package dev.touchstone.sandbox.suite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.sandbox.attempt.Report;

/**
 * A suite as it is written down.
 *
 * @param manifest a JSON object
 * @param lines JSON Lines, whose hash the manifest holds
 */
record SuiteDocument(String manifest, String lines) {

    static final int MOST_LINES = 5_000;
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int LONGEST_LINE = 200_000;

    /** Looks at every rule. */
    CheckedSuite check() {
        Faults faults = new Faults();
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        Optional<ObjectNode> head = SuiteJson.object(manifest);
        head.ifPresentOrElse(json -> Manifest.check(new Members(json, null, "/manifest", faults), Artifacts.digest(bytes)),
                () -> faults.add(null, "/manifest", "is no JSON object, or names a member twice"));
        if (bytes.length > MOST_BYTES) {
            faults.add(null, "/cases", "has " + bytes.length + " bytes; at most " + MOST_BYTES + " are allowed");
        }
        if (faults.found() > 0 || head.isEmpty()) {
            return new CheckedSuite.Faulty(faults.told());
        }
        return checkLines(new Manifest(head.orElseThrow()), faults);
    }

    /** The test cases, or why they cannot be used. */
    LoadedSuite read() {
        return switch (check()) {
            case CheckedSuite.Cases(Manifest manifest, Suite suite) -> new LoadedSuite.Usable(suite, file(manifest));
            case CheckedSuite.Scenarios(Manifest manifest, ScenarioSuite ignored) ->
                new LoadedSuite.Unusable("The suite '" + manifest.id().name() + "' holds scenarios, no test cases");
            case CheckedSuite.Faulty faulty -> new LoadedSuite.Unusable("The suite cannot be used: " + faulty.inWords());
        };
    }

    /** The scenarios, or why they cannot be used. */
    LoadedScenarios readScenarios() {
        return switch (check()) {
            case CheckedSuite.Scenarios(Manifest manifest, ScenarioSuite suite) ->
                new LoadedScenarios.Usable(suite, file(manifest));
            case CheckedSuite.Cases(Manifest manifest, Suite ignored) ->
                new LoadedScenarios.Unusable("The suite '" + manifest.id().name() + "' holds test cases, no scenarios");
            case CheckedSuite.Faulty faulty -> new LoadedScenarios.Unusable("The suite cannot be used: " + faulty.inWords());
        };
    }

    private Report file(Manifest manifest) {
        return new Report(manifest.id().name() + "-" + manifest.id().version() + ".jsonl", "application/jsonl", lines);
    }

    private CheckedSuite checkLines(Manifest head, Faults faults) {
        List<ObjectNode> read = new ArrayList<>();
        String[] each = lines.split("\n", -1);
        // A file ends with a line break; what follows it is no line.
        int count = each[each.length - 1].isEmpty() ? each.length - 1 : each.length;
        if (count == 0 || count > MOST_LINES) {
            faults.add(null, "/cases", "has " + count + " lines; from 1 to " + MOST_LINES + " are allowed");
            return new CheckedSuite.Faulty(faults.told());
        }
        Map<String, Integer> ids = new HashMap<>();
        for (int line = 1; line <= count; line++) {
            Optional<ObjectNode> json = checkLine(head.kind(), each[line - 1], line, faults);
            if (json.isPresent()) {
                read.add(json.get());
                checkId(json.get(), line, ids, faults);
            }
        }
        return faults.found() > 0 ? new CheckedSuite.Faulty(faults.told()) : content(head, read, faults);
    }

    private static Optional<ObjectNode> checkLine(SuiteKind kind, String text, int line, Faults faults) {
        Optional<ObjectNode> json = text.length() > LONGEST_LINE ? Optional.empty() : SuiteJson.object(text);
        json.ifPresentOrElse(object -> {
            Members members = new Members(object, line, "", faults);
            switch (kind) {
                case SECURITY -> SuiteRules.checkCase(members);
                case FUNCTIONAL -> SuiteRules.checkScenario(members);
            }
        }, () -> faults.add(line, "", text.isBlank() ? "is empty" : "is no JSON object, or names a member twice"));
        return json;
    }

    private static void checkId(ObjectNode json, int line, Map<String, Integer> ids, Faults faults) {
        String id = json.path("id").textValue();
        Integer first = id == null ? null : ids.putIfAbsent(id, line);
        if (first != null) {
            faults.add(line, "/id", "is that of line " + first);
        }
    }

    private static CheckedSuite content(Manifest head, List<ObjectNode> read, Faults faults) {
        return switch (head.kind()) {
            case SECURITY ->
                cases(head, read.stream().map(line -> SuiteLine.readCase(line, head.provenance())).toList(), faults);
            case FUNCTIONAL -> scenarios(head, SuiteLine.readScenarios(read, head.provenance()), faults);
        };
    }

    private static CheckedSuite cases(Manifest head, List<SuiteCase> cases, Faults faults) {
        checkLanguages(head, cases.stream().map(each -> each.kind().language()).toList(), faults);
        return faults.found() > 0 ? new CheckedSuite.Faulty(faults.told())
                : new CheckedSuite.Cases(head, new Suite(head.id(), cases));
    }

    private static CheckedSuite scenarios(Manifest head, List<SuiteScenario> scenarios, Faults faults) {
        checkLanguages(head, scenarios.stream().map(SuiteScenario::language).toList(), faults);
        return faults.found() > 0 ? new CheckedSuite.Faulty(faults.told())
                : new CheckedSuite.Scenarios(head, new ScenarioSuite(head.id(), scenarios));
    }

    private static void checkLanguages(Manifest head, List<Language> used, Faults faults) {
        Set<Language> there = EnumSet.copyOf(used);
        if (!there.equals(EnumSet.copyOf(head.languages()))) {
            faults.add(null, "/manifest/languages", "are not those of the lines, which are "
                    + String.join(", ", there.stream().map(Language::key).toList()));
        }
    }
}
