package dev.touchstone.judge.questions;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.artifacts.Artifacts;
import io.quarkus.rest.client.reactive.Url;

/** Fetches the card as it was accepted, from the service that keeps it, and believes the digest rather than the sender. */
@ApplicationScoped
public class CardStore {

    private final Keeper keeper;
    private final QuestionConfig config;

    CardStore(@RestClient Keeper keeper, QuestionConfig config) {
        this.keeper = keeper;
        this.config = config;
    }

    /**
     * @throws CardUnavailable if the keeper does not answer now, which passes with time
     */
    public CardReading read(ArtifactRef card) {
        if (card.size() > config.cardBytes()) {
            return new CardReading.Unreadable("The card is larger than " + config.cardBytes() + " bytes.");
        }
        try {
            byte[] content = keeper.get(card.url());
            return Artifacts.digest(content).equals(card.digest()) ? CardReader.read(content)
                    : new CardReading.Unreadable("The card is not the one that was accepted: its digest differs.");
        } catch (WebApplicationException refused) {
            return refused(refused.getResponse().getStatus());
        } catch (ProcessingException unreachable) {
            throw new CardUnavailable("the card's keeper cannot be reached", unreachable);
        }
    }

    private static CardReading refused(int status) {
        if (status >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode() || status == 429 || status == 408) {
            throw new CardUnavailable("the card's keeper answered " + status, null);
        }
        return new CardReading.Unreadable("The card cannot be had: its keeper answered " + status + ".");
    }

    /** The service that keeps an artifact; each reference names its own address. */
    @RegisterRestClient(configKey = "artifacts")
    @Path("")
    interface Keeper {

        @GET
        byte[] get(@Url URI url);
    }
}
