package dev.touchstone.sandbox.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.suite.SuiteCase.Kind;
import dev.touchstone.sandbox.suite.SuiteCase.Provenance;
import dev.touchstone.sandbox.suite.SuiteCase.Script;
import dev.touchstone.sandbox.suite.SuiteCase.Signs;
import dev.touchstone.sandbox.suite.SuiteScenario.Turn;

/**
 * A case or scenario as one line of a suite. What is written here reads back as the same value; reading takes for granted that
 * the line was checked, or written here.
 */
public final class SuiteLine {

    private SuiteLine() {
    }

    public static ObjectNode of(SuiteCase each) {
        Kind kind = each.kind();
        ObjectNode line = EventJson.mapper().createObjectNode().put("id", each.id()).put("language", kind.language().key())
                .put("category", kind.category());
        putIfPresent(line, "owasp", kind.owasp());
        line.put("tier", kind.tier()).put("expected", kind.expected().key());
        putIfPresent(line, "property", kind.property());
        putIfPresent(line, "note", each.script().note());
        each.script().turns().forEach(line.putArray("turns")::add);
        putIfAny(line, "markers", each.signs().markers());
        putIfAny(line, "tools", each.signs().tools());
        putIfAny(line, "sinks", each.signs().sinks());
        return provenance(line, each.provenance());
    }

    public static ObjectNode of(SuiteScenario each) {
        ObjectNode line = EventJson.mapper().createObjectNode().put("id", each.id()).put("useCase", each.useCase());
        ArrayNode turns = line.putArray("turns");
        each.turns().forEach(turn -> turns.addObject().put("question", turn.question()).put("answer", turn.answer()));
        putIfAny(line, "tags", each.tags());
        return provenance(line.put("locale", each.language().key()), each.provenance());
    }

    /** A case that {@link #of(SuiteCase)} wrote. */
    public static SuiteCase readCase(JsonNode line) {
        return readCase(line, new Provenance("", ""));
    }

    /** A scenario that {@link #of(SuiteScenario)} wrote. */
    public static SuiteScenario readScenario(JsonNode line) {
        return readScenario(line, "", new Provenance("", ""));
    }

    /**
     * @param common what the manifest says of all
     * @throws IllegalArgumentException if a member that must be there is not
     */
    static SuiteCase readCase(JsonNode line, Provenance common) {
        Kind kind = new Kind(Language.of(text(line, "language")), text(line, "category"), optional(line, "owasp"),
                Expected.of(text(line, "expected")), line.path("tier").asText(Kind.CORE), optional(line, "property"));
        return new SuiteCase(text(line, "id"), kind, new Script(optional(line, "note"), texts(line, "turns")),
                new Signs(texts(line, "markers"), texts(line, "tools"), texts(line, "sinks")), readProvenance(line, common));
    }

    /** A scenario that has no id is called by its line. */
    static List<SuiteScenario> readScenarios(List<ObjectNode> lines, Provenance common) {
        List<SuiteScenario> scenarios = new ArrayList<>();
        lines.forEach(line -> scenarios.add(readScenario(line, "line-" + (scenarios.size() + 1), common)));
        return scenarios;
    }

    private static SuiteScenario readScenario(JsonNode line, String otherwise, Provenance common) {
        List<Turn> turns = new ArrayList<>();
        line.path("turns").forEach(turn -> turns.add(new Turn(text(turn, "question"), text(turn, "answer"))));
        if (turns.isEmpty()) {
            turns.add(new Turn(text(line, "question"), text(line, "answer")));
        }
        return new SuiteScenario(line.path("id").asText(otherwise), text(line, "useCase"), turns, texts(line, "tags"),
                Language.ofLocale(text(line, "locale")), readProvenance(line, common));
    }

    private static ObjectNode provenance(ObjectNode line, Provenance provenance) {
        return line.put("licence", provenance.licence()).put("source", provenance.source());
    }

    private static Provenance readProvenance(JsonNode line, Provenance common) {
        return new Provenance(line.path("licence").asText(common.licence()), line.path("source").asText(common.source()));
    }

    private static void putIfPresent(ObjectNode line, String field, @Nullable String value) {
        if (value != null) {
            line.put(field, value);
        }
    }

    private static void putIfAny(ObjectNode line, String field, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(line.putArray(field)::add);
        }
    }

    private static String text(JsonNode node, String field) {
        String value = node.path(field).textValue();
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return value;
    }

    private static @Nullable String optional(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static List<String> texts(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false).map(JsonNode::asText).toList();
    }
}
