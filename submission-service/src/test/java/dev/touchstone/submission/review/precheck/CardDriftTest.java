package dev.touchstone.submission.review.precheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.Cards;

class CardDriftTest {

    private static final JsonNode SNAPSHOT = Cards.json("{\"name\": \"A\", \"version\": \"1\", \"skills\": [{\"id\": \"s\"}]}");

    @Test
    void otherSpacesAndAnotherOrderAreNoDrift() {
        assertEquals(new CardDrift.Unchanged(),
                CardDrift.between(SNAPSHOT, Cards.json("{\"skills\":[{\"id\":\"s\"}],\"version\":\"1\",\"name\":\"A\"}")));
    }

    @Test
    void whatChangedIsNamedAndNotShown() {
        // When
        CardDrift drift = CardDrift.between(SNAPSHOT,
                Cards.json("{\"name\": \"A\", \"skills\": [{\"id\": \"t\"}], \"url\": \"http://a/\"}"));
        // Then
        assertEquals(new CardDrift.Changed(List.of("url"), List.of("version"), List.of("skills")), drift);
    }

    @Test
    void whatIsNoCardAnyMoreCannotBeCompared() {
        assertInstanceOf(CardDrift.Unknown.class, CardDrift.between(SNAPSHOT, Cards.json("{\"name\": \"\\ud83d\"}")));
        assertInstanceOf(CardDrift.Unknown.class, CardDrift.between(SNAPSHOT, Cards.json("[]")));
    }

    @Test
    void namesAreHostileText() {
        // Given
        String many = IntStream.range(0, 500).mapToObj(each -> "\"n%03d\": 1".formatted(each)).collect(Collectors.joining(","));
        JsonNode now = Cards.json("{\"\\u0000\\u202eevil\": 1, \"%s\": 1, %s}".formatted("x".repeat(5000), many));
        // When
        CardDrift.Changed drift = assertInstanceOf(CardDrift.Changed.class, CardDrift.between(Cards.json("{}"), now));
        // Then
        assertEquals("\uFFFD\uFFFDevil", drift.added().getFirst());
        assertEquals("and 482 more", drift.added().getLast());
        assertEquals(21, drift.added().size());
        assertEquals("x".repeat(100) + "…",
                assertInstanceOf(CardDrift.Changed.class, CardDrift.between(Cards.json("{}"),
                        Cards.json("{\"%s\": 1}".formatted("x".repeat(5000))))).added().getFirst());
    }
}
