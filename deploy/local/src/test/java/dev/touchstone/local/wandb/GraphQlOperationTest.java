package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.local.wandb.graphql.GraphQlOperation;

class GraphQlOperationTest {

    @Test
    void readsPastCommentsArgumentsAndNestedFields() {
        // When
        GraphQlOperation operation = find("""
                #graphql { not: this }
                query Viewer($a: [String!]! = ["}"], $b: In = {c: 1}) @cached(ttl: 3) {
                  viewer(input: {id: $a, x: "a } b"}) @include(if: $b) { id entity }
                }
                """, null);

        // Then
        assertEquals(new GraphQlOperation("Viewer", Map.of("viewer", "viewer")), operation);
    }

    @Test
    void knowsTheAliasOfARootField() {
        // When
        GraphQlOperation operation = find("mutation U { result: upsertBucket(input: {}) { bucket: b { id } } }", "");

        // Then
        assertEquals("result", operation.keyOf("upsertBucket"));
    }

    @Test
    void takesTheOperationThatIsNamed() {
        // Given
        String text = "fragment F on X { id } query A { a { ...F } } query B { ... F b }";

        // When
        GraphQlOperation operation = find(text, "B");

        // Then
        assertEquals(new GraphQlOperation("B", Map.of("b", "b")), operation);
        assertEquals("A", find(text, null).name());
    }

    @Test
    void anAnonymousOneHasNoName() {
        assertEquals("", find("{ viewer { id } }", null).name());
        assertEquals("", find("query { viewer { id } }", null).name());
    }

    @Test
    void whatIsNotGraphQlHasNone() {
        for (String text : new String[] { "", "}", "{", "query", "\"\"\"", "\"\\", "# only a comment", "{ a: ",
                "query X { a:" }) {
            assertTrue(GraphQlOperation.find(text, "Missing").isEmpty(), text);
        }
    }

    private static GraphQlOperation find(String text, @Nullable String wanted) {
        return GraphQlOperation.find(text, wanted).orElseThrow();
    }
}
