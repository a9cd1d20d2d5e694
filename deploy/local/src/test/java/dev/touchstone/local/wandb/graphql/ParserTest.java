package dev.touchstone.local.wandb.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

class ParserTest {

    @Test
    void variablesAreFilledInOrLeftOut() {
        // Given
        String text = "mutation M($a: [String!]!, $b: Int = 3, $c: JSONString) { f(input: {a: $a, b: $b, c: $c, d: ENUM, e: [1, -2.5]}) { x } }";

        // When
        Operation operation = Parser.parse(text, null, json("{\"a\":[\"x\"]}"));

        // Then
        assertTrue(operation.mutation());
        assertEquals("M", operation.name());
        assertEquals("{\"input\":{\"a\":[\"x\"],\"b\":3,\"d\":\"ENUM\",\"e\":[1,-2.5]}}",
                operation.selection().getFirst().arguments().toString());
    }

    @Test
    void aliasesFragmentsAndDirectivesShapeTheSelection() {
        // Given
        String text = """
                #graphql
                query Q($yes: Boolean!) {
                  result: project(name: "p") { ...F  id @skip(if: true)  ... on Project { name } }
                }
                fragment F on Project { id @include(if: $yes)  type: defaultType { name } }
                """;

        // When
        Field field = Parser.parse(text, "Q", json("{\"yes\":true}")).selection().getFirst();

        // Then
        assertEquals("result", field.key());
        assertEquals("project", field.name());
        assertEquals(List.of("id", "type", "name"), field.selection().stream().map(Field::key).toList());
        assertEquals("defaultType", field.selection().get(1).name());
    }

    @Test
    void theWantedOperationIsTaken() {
        assertEquals("b", Parser.parse("query A { a } query B { b }", "B", json("{}")).selection().getFirst().name());
        assertEquals("a", Parser.parse("{ a }", "", json("{}")).selection().getFirst().name());
    }

    @Test
    void stringsKeepWhatTheySay() {
        assertEquals("{\"a\":\"}{ \\\"#\\u00e9\\n\",\"b\":\"block \\\" text\"}",
                Parser.parse("{ f(a: \"}{ \\\"#\\u00e9\\n\", b: \"\"\" block \" text \"\"\") }", null, json("{}")).selection()
                        .getFirst().arguments().toString().replace("é", "\\u00e9"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no", "{", "{ a(", "{ a(b: \"", "{ ...X }", "fragment F on T { ...F } { ...F }",
            "query Q($a) { a }",
            "{ a(b: ]) }" })
    void whatIsNoDocumentIsSaid(String text) {
        assertThrows(NotGraphQl.class, () -> Parser.parse(text, null, json("{}")));
    }

    private static ObjectNode json(String text) {
        return Json.parse(text).orElseThrow();
    }
}
