package dev.touchstone.submission.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.events.AgentTarget.Protocol;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.Violation;
import dev.touchstone.submission.card.AgentCard.A2a03;
import dev.touchstone.submission.card.AgentCard.A2a10;
import dev.touchstone.submission.card.AgentCard.StoreCard;

class CardReaderTest {

    @Test
    void ofTheInterfacesOfA2a10TheFirstOverJsonRpcIsTaken() {
        // When
        A2a10 card = assertInstanceOf(A2a10.class, read(Cards.A2A_1_0));
        // Then
        assertEquals(URI.create("https://agent.example/a2a"), card.endpoint());
        assertEquals("/supportedInterfaces/1/url", card.endpointPointer());
        assertEquals(Protocol.A2A_1_0, card.protocol());
        assertEquals("Trip planner", card.profile().displayName());
        assertEquals("plan-trip", card.profile().abilities().getFirst().id());
    }

    @Test
    void aNewCardMayOfferOnlyTheFormerProtocol() {
        // When
        AgentCard card = read(Cards.A2A_1_0.replace("\"protocolVersion\": \"1.0\"", "\"protocolVersion\": \"0.3\""));
        // Then
        assertEquals(Protocol.A2A_0_3, card.protocol());
    }

    @Test
    void aCardOfA2a03IsSpokenToAtItsUrl() {
        // When
        A2a03 card = assertInstanceOf(A2a03.class, read(Cards.A2A_0_3));
        // Then
        assertEquals("/url", card.endpointPointer());
        assertEquals(Protocol.A2A_0_3, card.protocol());
    }

    @Test
    void aCardOfA2a03ThatPrefersAnotherTransportIsSpokenToAtAnAdditionalInterface() {
        // When
        AgentCard card = read(Cards.A2A_0_3.replace("\"preferredTransport\": \"JSONRPC\"", """
                "preferredTransport": "GRPC", "additionalInterfaces": [
                {"url": "https://agent.example/rpc", "transport": "JSONRPC"}]"""));
        // Then
        assertEquals(URI.create("https://agent.example/rpc"), card.endpoint());
        assertEquals("/additionalInterfaces/0/url", card.endpointPointer());
    }

    @Test
    void aStoreCardIsReadInItsDefaultLocale() {
        // When
        StoreCard card = assertInstanceOf(StoreCard.class, read(Cards.STORE));
        // Then
        assertEquals("旅行プランナー", card.profile().displayName());
        assertEquals(List.of("ja", "en"), card.locales());
        assertEquals("旅程の作成", card.profile().abilities().getFirst().name());
        assertEquals(Protocol.PROMPT, card.protocol());
    }

    @Test
    void translationsMayBeAnArray() {
        // When
        AgentCard card = read("""
                {"translations": [{"locale": "en", "displayName": "Trip planner"}], "serviceUrl": "http://agent.example/"}""");
        // Then
        assertEquals("Trip planner", card.profile().displayName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}|/c/supportedInterfaces",
            "{\"name\": \"A\"}|/c/supportedInterfaces",
            "[]|/c",
            "\"card\"|/c",
            "{\"name\": \"A\", \"supportedInterfaces\": []}|/c/supportedInterfaces",
            "{\"name\": \"A\", \"supportedInterfaces\": {}}|/c/supportedInterfaces",
            "{\"name\": \"A\", \"supportedInterfaces\": [7]}|/c/supportedInterfaces/0",
            "{\"name\": \"A\", \"supportedInterfaces\": [{\"url\": \"http://a/\", \"protocolBinding\": \"GRPC\"}]}|/c/supportedInterfaces",
            "{\"name\": \"A\", \"supportedInterfaces\": [{\"protocolBinding\": \"JSONRPC\"}]}|/c/supportedInterfaces/0/url",
            "{\"name\": \"A\", \"url\": \"ftp://agent.example\"}|/c/url",
            "{\"name\": \"A\", \"url\": \"http://user:secret@agent.example\"}|/c/url",
            "{\"name\": \"A\", \"url\": \"javascript:alert(1)\"}|/c/url",
            "{\"name\": \"A\", \"url\": \"not a url\"}|/c/url",
            "{\"name\": 7, \"url\": \"http://a/\"}|/c/name",
            "{\"name\": \" \", \"url\": \"http://a/\"}|/c/name",
            "{\"name\": \"\\u0000\", \"url\": \"http://a/\"}|/c/name",
            "{\"name\": \"A\", \"url\": \"http://a/\", \"preferredTransport\": \"GRPC\"}|/c/preferredTransport",
            "{\"name\": \"A\", \"url\": \"http://a/\", \"skills\": {}}|/c/skills",
            "{\"name\": \"A\", \"url\": \"http://a/\", \"skills\": [{}]}|/c/skills/0/id",
            "{\"translations\": {\"en\": {\"displayName\": \"A\"}}}|/c/serviceUrl",
            "{\"serviceUrl\": \"http://a/\"}|/c/translations",
            "{\"serviceUrl\": \"http://a/\", \"translations\": {}}|/c/translations",
            "{\"serviceUrl\": \"http://a/\", \"translations\": {\"en\": {}}}|/c/translations/en/displayName",
            "{\"serviceUrl\": \"http://a/\", \"translations\": {\"en\": {\"displayName\": \"A\"}}, \"defaultLocale\": \"fr\"}|/c/defaultLocale",
    })
    void whatIsWrongIsNamedByPointer(String card, String pointer) {
        // When
        CardReading reading = CardReader.read(Cards.json(card), "/c");
        // Then
        CardReading.Refused refused = assertInstanceOf(CardReading.Refused.class, reading);
        assertTrue(refused.violations().stream().map(Violation::pointer).anyMatch(pointer::equals),
                () -> refused.violations().toString());
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        // When
        CardReading reading = CardReader.read(Cards.json("{\"url\": 1, \"skills\": 2, \"version\": 3}"), "");
        // Then
        CardReading.Refused refused = assertInstanceOf(CardReading.Refused.class, reading);
        assertEquals(List.of("/name", "/version", "/skills", "/url"),
                refused.violations().stream().map(Violation::pointer).toList());
    }

    @Test
    void whiteSpaceAndOrderMakeNoOtherSnapshot() {
        // Given
        String manifest = "{\"paths\": {}}";
        // When
        String first = Snapshot.digest(Cards.json("{\"a\": 1, \"b\": [1.0]}"), Cards.json(manifest));
        String second = Snapshot.digest(Cards.json("{ \"b\":[1],\"a\":1}"), Cards.json(manifest));
        // Then
        assertEquals(first, second);
    }

    private static AgentCard read(String card) {
        return assertInstanceOf(CardReading.Understood.class, CardReader.read(Cards.json(card), "")).card();
    }
}
