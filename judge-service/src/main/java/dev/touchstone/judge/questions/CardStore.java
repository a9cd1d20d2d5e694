package dev.touchstone.judge.questions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.access.ServiceKeyFilter;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.judge.BoundedHttp;

/** Fetches the card as it was accepted, from the service that keeps it, and believes the digest rather than the sender. */
@ApplicationScoped
public class CardStore {

    private final BoundedHttp http;
    private final ServiceKeyFilter serviceKey;
    private final QuestionConfig config;

    CardStore(BoundedHttp http, ServiceKeyFilter serviceKey, QuestionConfig config) {
        this.http = http;
        this.serviceKey = serviceKey;
        this.config = config;
    }

    /**
     * @throws CardUnavailable if the keeper does not answer now, which passes with time
     */
    public CardReading read(ArtifactRef card) throws InterruptedException {
        if (card.size() > config.cardBytes()) {
            return tooLarge();
        }
        try {
            HttpResponse<Optional<byte[]>> response = http.send(request(card.url()),
                    new BoundedHttp.Bounds(config.cardBytes(), config.cardTimeout()));
            return response.statusCode() == 200 ? read(response.body(), card) : refused(response.statusCode());
        } catch (IllegalArgumentException noAddress) {
            return new CardReading.Unreadable("The card cannot be had: its address is none that can be called.");
        } catch (IOException unreachable) {
            throw new CardUnavailable("the card's keeper cannot be reached", unreachable);
        }
    }

    private HttpRequest request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        serviceKey.authorizationForCards(address).ifPresent(key -> request.header("Authorization", key));
        return request.build();
    }

    private CardReading read(Optional<byte[]> body, ArtifactRef card) {
        return body.map(content -> Artifacts.digest(content).equals(card.digest()) ? CardReader.read(content)
                : new CardReading.Unreadable("The card is not the one that was accepted: its digest differs."))
                .orElseGet(this::tooLarge);
    }

    private CardReading tooLarge() {
        return new CardReading.Unreadable("The card is larger than " + config.cardBytes() + " bytes.");
    }

    private static CardReading refused(int status) {
        // A key that is not accepted is the installation's fault and says nothing about the card.
        if (status >= 500 || status == 401 || status == 403 || status == 408 || status == 429) {
            throw new CardUnavailable("the card's keeper answered " + status, null);
        }
        return new CardReading.Unreadable("The card cannot be had: its keeper answered " + status + ".");
    }
}
