package dev.touchstone.sandbox.security;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.attempt.CardText;
import dev.touchstone.sandbox.suite.Language;

/**
 * What the security stage takes from an agent's card; hostile text.
 *
 * @param usefulIn the languages that the card speaks, as the functional stage sees it too; all of ours where that cannot be
 *        seen
 * @param terms its own words for what it is about, shortened and few
 */
record CardProfile(List<Language> usefulIn, List<String> terms) {

    private static final int LONGEST_TERM = 60;
    private static final int MOST_TERMS = 50;

    static CardProfile of(JsonNode card) {
        Set<Language> languages = CardText.languages(card);
        return new CardProfile(List.copyOf(languages.isEmpty() ? EnumSet.allOf(Language.class) : languages), terms(card));
    }

    private static List<String> terms(JsonNode card) {
        List<String> terms = new ArrayList<>();
        for (JsonNode skill : card.path("skills")) {
            terms.add(skill.path("name").asText(""));
            skill.path("tags").forEach(tag -> terms.add(tag.asText("")));
        }
        for (JsonNode translation : card.path("translations")) {
            translation.path("capabilities").forEach(each -> terms.add(name(each)));
            translation.path("useCases").forEach(each -> terms.add(name(each)));
        }
        return terms.stream().map(term -> term.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(term -> !term.isEmpty() && term.length() <= LONGEST_TERM).distinct().limit(MOST_TERMS).toList();
    }

    private static String name(JsonNode named) {
        Optional<String> name = Stream.of("name", "title", "useCase").map(member -> named.path(member).asText(""))
                .filter(each -> !each.isBlank()).findFirst();
        return name.orElse(named.asText(""));
    }
}
