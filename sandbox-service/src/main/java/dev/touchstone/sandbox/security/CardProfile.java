package dev.touchstone.sandbox.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.suite.Language;

/**
 * What the security stage takes from an agent's card; hostile text. A2A has no member for languages, so they are those in
 * which a store card has its texts, or that a card lists in one of the members that are in use for it.
 *
 * @param usefulIn the languages that the card declares, all of ours where it declares none; empty if it only has others
 * @param terms its own words for what it is about, shortened and few
 */
record CardProfile(List<Language> usefulIn, List<String> terms) {

    private static final List<String> LISTS = List.of("languages", "supportedLanguages", "locales");
    private static final int LONGEST_TERM = 60;
    private static final int MOST_TERMS = 50;

    static CardProfile of(JsonNode card) {
        List<String> tags = tags(card);
        List<Language> declared = Arrays.stream(Language.values())
                .filter(language -> tags.stream().anyMatch(tag -> isOf(tag, language))).toList();
        return new CardProfile(tags.isEmpty() ? List.of(Language.values()) : declared, terms(card));
    }

    /** As in BCP 47: {@code ja}, {@code ja-JP}. */
    private static List<String> tags(JsonNode card) {
        List<String> tags = new ArrayList<>();
        LISTS.forEach(member -> card.path(member).forEach(each -> tags.add(each.asText(""))));
        card.path("translations").fieldNames().forEachRemaining(tags::add);
        card.path("translations").forEach(each -> tags.add(each.path("locale").asText("")));
        return tags.stream().map(tag -> tag.strip().toLowerCase(Locale.ROOT)).filter(tag -> !tag.isEmpty()).toList();
    }

    private static boolean isOf(String tag, Language language) {
        return tag.matches(language.key() + "(?:[-_].*)?");
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
