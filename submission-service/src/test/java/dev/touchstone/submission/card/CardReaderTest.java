package dev.touchstone.submission.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void theOrderOfTheInterfacesIsThePreference() {
        // When
        AgentCard card = read("""
                {"name": "A", "supportedInterfaces": [
                 {"url": "http://a/03", "protocolBinding": "JSONRPC", "protocolVersion": "0.3"},
                 {"url": "http://a/10", "protocolBinding": "JSONRPC", "protocolVersion": "1.0"}]}""");
        // Then
        assertEquals(URI.create("http://a/03"), card.endpoint());
        assertEquals(Protocol.A2A_0_3, card.protocol());
    }

    @Test
    void interfacesOverOtherBindingsHaveAddressesOfTheirOwnForm() {
        // When
        AgentCard current = read(Cards.A2A_1_0.replace("https://agent.example/grpc", "grpc.agent.example:443"));
        AgentCard former = read("""
                {"name": "A", "url": "grpc.agent.example:443", "preferredTransport": "GRPC", "additionalInterfaces": [
                 {"url": "grpc.agent.example:444", "transport": "GRPC"}, {"url": "http://a/rpc", "transport": "JSONRPC"}]}""");
        // Then
        assertEquals(URI.create("https://agent.example/a2a"), current.endpoint());
        assertEquals("/additionalInterfaces/1/url", former.endpointPointer());
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

    @ParameterizedTest
    @CsvSource({ "JSONRPC, 1.0, a2a-1.0", "jsonrpc, 1.1, a2a-1.0", "HTTP+JSON, 1.0, a2a-1.0-http",
            "HTTP+JSON, 0.3, a2a-0.3-http",
            "JSONRPC, 0.3.0, a2a-0.3" })
    void anInterfaceIsSpokenInItsBindingAndVersion(String binding, String version, String protocol) {
        // When
        AgentCard card = read("""
                {"name": "A", "capabilities": {"streaming": true}, "supportedInterfaces": [
                 {"url": "grpc.a:443", "protocolBinding": "GRPC", "protocolVersion": "1.0"},
                 {"url": "http://a/2", "protocolBinding": "%s", "protocolVersion": "%s", "tenant": "travel"},
                 {"url": "http://a/3", "protocolBinding": "JSONRPC", "protocolVersion": "1.0"}]}""".formatted(binding,
                version));
        // Then
        assertEquals(protocol, card.protocol().key());
        assertEquals("/supportedInterfaces/1/url", card.endpointPointer());
        assertEquals(version.startsWith("1") ? "travel" : "none", card.tenant().orElse("none"));
        assertTrue(card.streaming());
    }

    @Test
    void aCardOfA2a03MayPreferHttp() {
        // When
        AgentCard card = read(Cards.A2A_0_3.replace("\"preferredTransport\": \"JSONRPC\"", """
                "preferredTransport": "HTTP+JSON", "additionalInterfaces": [
                {"url": "https://agent.example/rpc", "transport": "JSONRPC"}]"""));
        // Then
        assertEquals(Protocol.A2A_0_3_HTTP, card.protocol());
        assertEquals("/url", card.endpointPointer());
        assertFalse(card.streaming());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"name\": \"A\", \"supportedInterfaces\": [{\"url\": \"a:443\", \"protocolBinding\": \"GRPC\"}]}",
            "{\"name\": \"A\", \"url\": \"a:443\", \"preferredTransport\": \"GRPC\"}" })
    void aCardWithGrpcAloneIsToldWhy(String card) {
        // When
        CardReading.Refused refused = assertInstanceOf(CardReading.Refused.class, CardReader.read(Cards.json(card), ""));
        // Then
        assertTrue(refused.violations().getFirst().detail().endsWith("gRPC is not spoken here"));
    }

    @Test
    void aStoreCardIsReadInItsDefaultLocale() {
        // When
        StoreCard card = assertInstanceOf(StoreCard.class, read(Cards.STORE));
        // Then
        assertEquals("旅行プランナー", card.profile().displayName());
        assertEquals(List.of("ja", "en"), List.copyOf(card.translations().keySet()));
        AgentCard.Translation english = List.copyOf(card.translations().values()).getLast();
        assertEquals("Make an itinerary", english.capabilities().getFirst().name());
        assertEquals(1, english.useCases());
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'name': 'A', 'url': 'http://a/', 'skills': [#]}|{'id': 's'}|/c/skills",
            "{'name': 'A', 'url': 'http://a/', 'skills': [{'id': 's', 'examples': [#]}]}|'e'|/c/skills/0/examples",
            "{'name': 'A', 'supportedInterfaces': [#]}|{'url': 'http://a/', 'protocolBinding': 'JSONRPC'}|/c/supportedInterfaces",
            "{'name': 'A', 'url': 'http://a/', 'additionalInterfaces': [#], 'preferredTransport': 'GRPC'}|{}|/c/additionalInterfaces",
            "{'serviceUrl': 'http://a/', 'translations': [#]}|{'locale': 'en', 'displayName': 'A'}|/c/translations",
            "{'serviceUrl': 'http://a/', 'translations': {'en': {'displayName': 'A', 'useCases': [#]}}}|'u'|/c/translations/en/useCases",
            "{'serviceUrl': 'http://a/', 'translations': {'en': {'displayName': 'A', 'capabilities': [#]}}}|'u'|/c/translations/en/capabilities",
    })
    void moreThanAHundredOfAnythingIsRefusedByPointer(String card, String element, String pointer) {
        // Given
        String hundred = card.replace("#", String.join(",", Collections.nCopies(100, element))).replace('\'', '"');
        String more = card.replace("#", String.join(",", Collections.nCopies(101, element))).replace('\'', '"');
        // When
        CardReading fits = CardReader.read(Cards.json(hundred), "/c");
        CardReading tooMany = CardReader.read(Cards.json(more), "/c");
        // Then
        Violation expected = new Violation(pointer, "must have at most 100 elements");
        assertFalse(violations(fits).contains(expected), () -> violations(fits).toString());
        assertTrue(violations(tooMany).contains(expected), () -> violations(tooMany).toString());
    }

    @Test
    void moreThanAHundredLocalesAreRefused() {
        // Given
        String locales = IntStream.rangeClosed(0, 100).mapToObj(locale -> "\"l" + locale + "\": {\"displayName\": \"A\"}")
                .collect(Collectors.joining(","));
        // When
        CardReading reading = CardReader.read(
                Cards.json("{\"serviceUrl\": \"http://a/\", \"translations\": {" + locales + "}}"), "/c");
        // Then
        assertTrue(violations(reading).contains(new Violation("/c/translations", "must have at most 100 elements")));
    }

    @Test
    void noTextOfACardIsWithoutABound() {
        // Given
        String longText = "x".repeat(501);
        // When
        CardReading reading = CardReader.read(Cards.json("""
                {"serviceUrl": "http://a/", "translations": {"en": {"displayName": "A", "capabilities": ["%s"]}}}"""
                .formatted(longText)), "/c");
        CardReading named = CardReader.read(Cards.json("""
                {"serviceUrl": "http://a/", "translations": {"%s": {}}}""".formatted(longText)), "/c");
        // Then
        assertEquals("/c/translations/en/capabilities", violations(reading).getFirst().pointer());
        assertTrue(violations(named).stream().map(Violation::pointer).anyMatch("/c/translations"::equals));
        assertTrue(violations(named).stream().noneMatch(each -> each.pointer().contains(longText)));
    }

    private static List<Violation> violations(CardReading reading) {
        return reading instanceof CardReading.Refused refused ? refused.violations() : List.of();
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
