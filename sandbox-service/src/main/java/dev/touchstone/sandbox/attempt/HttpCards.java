package dev.touchstone.sandbox.attempt;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.access.ServiceKeyFilter;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.codec.EventJson;

/**
 * Cards by HTTP, from the service that accepted them: one of our own addresses, so not by the guarded way out, and never a
 * redirect.
 */
@ApplicationScoped
class HttpCards implements Cards {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    private final ServiceKeyFilter serviceKey;

    HttpCards(ServiceKeyFilter serviceKey) {
        this.serviceKey = serviceKey;
    }

    @Override
    public Fetched fetch(ArtifactRef card) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(card.url()).timeout(PATIENCE).GET();
        serviceKey.authorizationForCards(card.url()).ifPresent(key -> request.header("Authorization", key));
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case OK -> read(body.readNBytes(LARGEST + 1), card);
                case NOT_FOUND -> new Fetched.Unusable("The accepted card is not where the request says.");
                default -> throw new IOException("the card's place answered " + response.statusCode());
            };
        }
    }

    private static Fetched read(byte[] content, ArtifactRef card) {
        if (content.length > LARGEST) {
            return new Fetched.Unusable("The card is larger than " + LARGEST + " bytes.");
        }
        if (!Artifacts.digest(content).equals(card.digest())) {
            return new Fetched.Unusable("The card is not the one that was accepted: its digest differs.");
        }
        try {
            return new Fetched.Card(EventJson.mapper().readTree(content));
        } catch (JsonProcessingException malformed) {
            return new Fetched.Unusable("The card is not JSON.");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
