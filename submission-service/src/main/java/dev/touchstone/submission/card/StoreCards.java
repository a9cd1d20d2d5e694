package dev.touchstone.submission.card;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.Members;
import dev.touchstone.submission.Violations;
import dev.touchstone.submission.card.AgentCard.Ability;
import dev.touchstone.submission.card.AgentCard.Profile;
import dev.touchstone.submission.card.AgentCard.StoreCard;

/** The store's localised card: what a reader sees stands in {@code translations}, by locale. */
final class StoreCards {

    private static final int LONGEST_LOCALE = 35;
    /** A capability may be a whole sentence. */
    private static final int LONGEST_CAPABILITY = 500;
    /** Where the card does not say which translation it was written in. */
    private static final List<String> PREFERRED = List.of("en", "en-US", "ja", "ja-JP");

    private StoreCards() {
    }

    static Optional<StoreCard> read(Members card, Violations violations) {
        Map<String, Members> translations = translations(card, violations);
        card.require("serviceUrl");
        Optional<URI> endpoint = card.webAddress("serviceUrl");
        card.object("executionProfile");
        Optional<Profile> profile = main(card, translations).flatMap(main -> profile(card, main, translations));
        return profile.flatMap(known -> endpoint.map(url -> new StoreCard(known, url, List.copyOf(translations.keySet()))));
    }

    /** Either an object by locale or an array whose elements name their locale. */
    private static Map<String, Members> translations(Members card, Violations violations) {
        card.require("translations");
        JsonNode declared = card.raw("translations");
        Map<String, Members> byLocale = new LinkedHashMap<>();
        if (declared.isArray()) {
            card.objects("translations", CardReader.MOST).forEach(each -> each.requiredText("locale", LONGEST_LOCALE)
                    .ifPresent(locale -> byLocale.put(locale, each)));
        } else if (card.holdsAtMost("translations", CardReader.MOST)) {
            Members translations = card.object("translations");
            translations.names().forEach(locale -> byLocale.put(locale, translations.object(locale)));
        }
        if (byLocale.keySet().stream().anyMatch(locale -> locale.length() > LONGEST_LOCALE)) {
            card.fault("translations", "names a locale of more than " + LONGEST_LOCALE + " characters");
            return Map.of();
        }
        if (byLocale.isEmpty() && violations.isEmpty()) {
            card.fault("translations", "must hold at least one translation");
        }
        byLocale.values().forEach(each -> each.requiredText("displayName", CardReader.LONGEST_NAME));
        return byLocale;
    }

    private static Optional<Members> main(Members card, Map<String, Members> translations) {
        Optional<String> declared = card.text("defaultLocale", LONGEST_LOCALE);
        if (declared.isPresent() && !translations.containsKey(declared.get())) {
            card.fault("defaultLocale", "names no translation of this card");
        }
        return declared.or(() -> PREFERRED.stream().filter(translations::containsKey).findFirst())
                .map(translations::get)
                .or(() -> translations.values().stream().findFirst());
    }

    private static Optional<Profile> profile(Members card, Members main, Map<String, Members> translations) {
        List<Ability> abilities = new ArrayList<>(CardReader.skills(card));
        translations.forEach((locale, translation) -> {
            translation.holdsAtMost("useCases", CardReader.MOST);
            List<Ability> capabilities = capabilities(translation);
            if (translation.equals(main)) {
                abilities.addAll(capabilities);
            }
        });
        Optional<String> description = CardReader.longText(main, "shortDescription");
        Optional<String> version = card.text("version", CardReader.LONGEST_NAME);
        return main.text("displayName", CardReader.LONGEST_NAME)
                .map(name -> new Profile(name, description, version, abilities));
    }

    private static List<Ability> capabilities(Members translation) {
        JsonNode declared = translation.raw("capabilities");
        if (!declared.isMissingNode() && !declared.isArray()) {
            translation.fault("capabilities", "must be an array of texts");
            return List.of();
        }
        if (!translation.holdsAtMost("capabilities", CardReader.MOST)) {
            return List.of();
        }
        List<Ability> capabilities = new ArrayList<>();
        for (JsonNode each : declared) {
            if (!each.isTextual() || each.textValue().isBlank() || each.textValue().length() > LONGEST_CAPABILITY) {
                translation.fault("capabilities", "must be an array of texts of at most " + LONGEST_CAPABILITY + " characters");
                return List.of();
            }
            capabilities.add(new Ability(each.textValue().strip(), each.textValue().strip()));
        }
        return capabilities;
    }
}
