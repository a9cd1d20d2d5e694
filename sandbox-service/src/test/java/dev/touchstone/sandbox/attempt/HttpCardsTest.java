package dev.touchstone.sandbox.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.access.TestAccess;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.testing.TestKeys;

class HttpCardsTest {

    private static final String CARD = "{\"name\": \"Tabi\"}";

    private HttpServer server;
    private int status = 200;
    private volatile @Nullable String authorization;
    private String body = CARD;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            exchange.sendResponseHeaders(status, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theAcceptedCardIsFetched() throws Exception {
        // When
        Cards.Fetched fetched = cards(here()).fetch(card());
        // Then
        assertEquals("Tabi", assertInstanceOf(Cards.Fetched.Card.class, fetched).document().path("name").asText());
    }

    @Test
    void anotherCardIsUnusable() throws Exception {
        body = "{\"name\": \"Evil\"}";
        assertInstanceOf(Cards.Fetched.Unusable.class, cards(here()).fetch(card()));
    }

    @Test
    void aMissingCardIsUnusable() throws Exception {
        status = 404;
        assertInstanceOf(Cards.Fetched.Unusable.class, cards(here()).fetch(card()));
    }

    @Test
    void aPlaceThatIsOutOfOrderIsTriedAgainLater() {
        status = 503;
        assertThrows(IOException.class, () -> cards(here()).fetch(card()));
    }

    @Test
    void theServicesKeyIsShownToTheServiceThatKeepsTheCards() throws Exception {
        cards(here()).fetch(card());
        assertEquals(TestKeys.bearer(TestKeys.SERVICE), authorization);
    }

    @Test
    void theServicesKeyIsShownToNobodyElse() throws Exception {
        cards(URI.create("http://submission-service:8080")).fetch(card());
        assertNull(authorization);
    }

    private static HttpCards cards(URI submissionService) {
        return new HttpCards(TestAccess.serviceKey(submissionService));
    }

    private URI here() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private ArtifactRef card() {
        byte[] content = CARD.getBytes(StandardCharsets.UTF_8);
        return new ArtifactRef("card.json", "application/json", content.length, Artifacts.digest(content),
                here().resolve("/card"));
    }
}
