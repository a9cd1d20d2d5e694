package dev.touchstone.submission.review.precheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.submission.Cards;
import dev.touchstone.submission.card.signature.SignatureCheck;
import dev.touchstone.submission.review.precheck.Challenge.Declaration;
import dev.touchstone.submission.review.precheck.Challenge.Outcome;

class ChallengeTest {

    private static final String DECLARED = """
            {"capabilities": {"extensions": [{"uri": "urn:other"}, {"uri": "urn:touchstone:a2a:challenge:v1"%s}]}}""";

    @Test
    void aCardThatDeclaresNoneIsNotChallenged() {
        assertEquals(new Declaration.None(), Challenge.declaredBy(Cards.json(Cards.A2A_1_0)));
        assertEquals(new Declaration.None(), Challenge.declaredBy(Cards.json("{\"capabilities\": [7]}")));
    }

    @Test
    void theNonceGoesToTheOriginOfTheEndpointAndNowhereElse() {
        // Given
        Declaration.At declared = assertInstanceOf(Declaration.At.class,
                Challenge.declaredBy(Cards.json(DECLARED.formatted(", \"params\": {\"path\": \"/here\"}"))));
        // Then
        assertEquals(URI.create("https://agent.example:8443/here?nonce=n"),
                Challenge.address(URI.create("https://agent.example:8443/a2a/v1?x=1"), declared.path(), "n"));
        assertEquals(new Declaration.At("/.well-known/touchstone-challenge"),
                Challenge.declaredBy(Cards.json(DECLARED.formatted(""))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"http://other.example/\"", "\"//other.example/x\"", "\"/a/../b\"", "\"/a?b\"", "\"/a#b\"",
            "\"a\"",
            "\"\"", "7", "null", "\"/..\"", "\"/a\\r\\nb\"" })
    void whatIsNoPathIsNotAsked(String path) {
        assertEquals(new Declaration.Unusable(),
                Challenge.declaredBy(Cards.json(DECLARED.formatted(", \"params\": {\"path\": " + path + "}"))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"nonce\": \"another\"}", "{\"nonce\": [\"n\"]}", "[\"n\"]", "\"n\"" })
    void onlyTheNonceItselfIsAnAnswer(String answer) {
        assertInstanceOf(Outcome.Unanswered.class,
                Challenge.judge("n", Optional.of(Cards.json(answer)), echo -> new SignatureCheck.NotSigned()));
    }

    @Test
    void anAnswerThatIsSignedHasToBeSignedWell() {
        // Given
        var answer = Optional.of(Cards.json("{\"nonce\": \"n\", \"signatures\": []}"));
        // Then
        assertEquals(new Outcome.Answered(List.of()),
                Challenge.judge("n", answer, echo -> new SignatureCheck.NotSigned()));
        assertEquals(new Outcome.Answered(List.of("sha256:1")),
                Challenge.judge("n", answer, echo -> new SignatureCheck.Valid(List.of("sha256:1"))));
        assertInstanceOf(Outcome.Unanswered.class,
                Challenge.judge("n", answer, echo -> new SignatureCheck.RevokedKey("/signatures/0")));
        assertInstanceOf(Outcome.Unanswered.class,
                Challenge.judge("n", Optional.empty(), echo -> new SignatureCheck.NotSigned()));
    }
}
