package dev.touchstone.sandbox.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.suite.Language;

class CardProfileTest {

    @Test
    void aCardOfWhichNobodyCanTellIsHeldToAll() {
        assertEquals(List.of(Language.JA, Language.EN), languages("{}"));
    }

    @Test
    void aStoreCardSpeaksTheLanguagesThatItIsWrittenIn() {
        assertEquals(List.of(Language.JA), languages("{\"translations\": {\"ja-JP\": {\"displayName\": \"旅\"}}}"));
        assertEquals(List.of(Language.JA, Language.EN),
                languages("{\"translations\": [{\"locale\": \"en\"}, {\"locale\": \"ja\"}]}"));
    }

    @Test
    void aListOfLanguagesCountsBeforeAllElse() {
        assertEquals(List.of(Language.EN),
                languages("{\"languages\": [\"en-GB\", \"fr\"], \"skills\": [{\"examples\": [\"電車は?\"]}]}"));
    }

    @Test
    void anA2aCardSpeaksTheLanguagesOfItsExamples() {
        assertEquals(List.of(Language.JA), languages("{\"skills\": [{\"name\": \"Trains\", \"examples\": [\"電車は?\"]}]}"));
    }

    @Test
    void theTermsAreTheCardsOwnWordsForWhatItIsAbout() {
        assertEquals(List.of("Trains", "kyoto", "Plan a day"), CardProfile.of(json("""
                {"skills": [{"name": "Trains", "tags": ["kyoto", "kyoto", " "]}],
                 "translations": {"en": {"useCases": [{"name": "Plan a day"}]}}}""")).terms());
    }

    private static List<Language> languages(String card) {
        return CardProfile.of(json(card)).usefulIn();
    }

    private static JsonNode json(String text) {
        return Report.parse(text, JsonNode.class);
    }
}
