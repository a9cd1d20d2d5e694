package dev.touchstone.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.JsonDifferences.Difference;

class JsonDifferencesTest {

    private static List<Difference> between(String one, String other) throws IOException {
        return JsonDifferences.between(EventJson.mapper().readTree(one), EventJson.mapper().readTree(other));
    }

    @Test
    void equalDocumentsDifferNowhere() throws IOException {
        assertEquals(List.of(), between("{\"a\":[1,{\"b\":null}]}", "{\"a\":[1,{\"b\":null}]}"));
    }

    @Test
    void everyPlaceIsNamedByItsPointer() throws IOException {
        // When
        List<Difference> found = between("{\"a/b\":1,\"c\":[1,2],\"d\":null}", "{\"a/b\":2,\"c\":[1],\"e\":\"x\",\"d\":null}");
        // Then
        assertEquals(List.of(new Difference("/a~1b", "1", "2"), new Difference("/c/1", "2", null),
                new Difference("/e", null, "\"x\"")), found);
    }

    @Test
    void nullIsNotNothing() throws IOException {
        assertEquals(List.of(new Difference("/a", "null", null)), between("{\"a\":null}", "{}"));
    }

    @Test
    void ofEndlessDifferencesTheFirstAreNamed() {
        // Given
        var one = JsonNodeFactory.instance.arrayNode();
        var other = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1_000; i++) {
            one.add(i);
            other.add("x".repeat(10_000));
        }
        // When
        List<Difference> found = JsonDifferences.between(one, other);
        // Then
        assertEquals(200, found.size());
        assertEquals(301, String.valueOf(found.getFirst().replayed()).length());
    }
}
