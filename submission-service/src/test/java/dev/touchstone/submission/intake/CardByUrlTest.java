package dev.touchstone.submission.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;

@ServiceTest
class CardByUrlTest {

    @Test
    void theFetchedCardIsTheOneThatIsReviewed() {
        // When
        var answer = Api.post(request(RelayDouble.CARD));
        // Then
        String card = answer.statusCode(202).body("revision", matchesPattern("snapshot-[0-9a-f]{12}")).extract()
                .path("links.card");
        String kept = Api.asSubmitter().get(card.substring(card.indexOf("/api/"))).asString();
        assertEquals(Cards.json(Cards.at(RelayDouble.GOOD)), Cards.json(kept));
    }

    @ParameterizedTest
    @CsvSource({ RelayDouble.NO_CARD + ", leads to a card whose /name must be text",
            RelayDouble.PAGE + ", leads to no card: what is there is not JSON",
            RelayDouble.GONE + ", could not be fetched: the status there is 404",
            RelayDouble.PRIVATE + ", could not be fetched: resolves to a private address" })
    void whatIsWrongWithItIsSaidAtItsAddress(String url, String detail) {
        // When
        var answer = Api.post(request(url));
        // Then
        answer.statusCode(422).body("violations[0].pointer", equalTo("/cardUrl"))
                .body("violations[0].detail", containsString(detail));
    }

    @Test
    void aSandboxThatIsAwaySaysNothingAboutTheCard() {
        // When
        var answer = Api.post(request(RelayDouble.BROKEN_RELAY));
        // Then
        answer.statusCode(503).header("Retry-After", "30").body("type", equalTo("urn:touchstone:problem:card-unavailable"));
    }

    @Test
    void twoCardsAreOneTooMany() {
        // When
        var answer = Api.post(Api.with(Api.request(RelayDouble.GOOD), "cardUrl", "\"" + RelayDouble.CARD + "\""));
        // Then
        answer.statusCode(422).body("violations.pointer", contains("/cardUrl"));
    }

    private static String request(String cardUrl) {
        return "{\"agentId\": \"" + Api.agentId() + "\", \"cardUrl\": \"" + cardUrl + "\"}";
    }
}
