package dev.touchstone.submission.card;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.Members;
import dev.touchstone.submission.Violations;
import dev.touchstone.submission.card.AgentCard.Ability;
import dev.touchstone.submission.card.AgentCard.Profile;
import dev.touchstone.submission.card.AgentCard.StoreCard;
import dev.touchstone.submission.card.AgentCard.Translation;

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
        List<Ability> skills = CardReader.skills(card);
        Map<String, Members> declared = declared(card, violations);
        Map<String, Translation> translations = new LinkedHashMap<>();
        declared.forEach((locale, each) -> translation(each).ifPresent(read -> translations.put(locale, read)));
        card.require("serviceUrl");
        Optional<URI> endpoint = card.webAddress("serviceUrl");
        card.object("executionProfile");
        Optional<Profile> profile = main(card, declared.keySet()).map(translations::get)
                .map(main -> profile(card, main, skills));
        return profile.flatMap(known -> endpoint.map(url -> new StoreCard(known, url, translations)));
    }

    /** Either an object by locale or an array whose elements name their locale. */
    private static Map<String, Members> declared(Members card, Violations violations) {
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
        return byLocale;
    }

    private static Optional<Translation> translation(Members declared) {
        Optional<String> name = declared.requiredText("displayName", CardReader.LONGEST_NAME);
        Optional<String> description = CardReader.longText(declared, "shortDescription");
        List<Ability> capabilities = capabilities(declared);
        int useCases = declared.holdsAtMost("useCases", CardReader.MOST) ? declared.raw("useCases").size() : 0;
        return name.map(displayName -> new Translation(displayName, description, capabilities, useCases));
    }

    private static Optional<String> main(Members card, Set<String> locales) {
        Optional<String> declared = card.text("defaultLocale", LONGEST_LOCALE);
        if (declared.isPresent() && !locales.contains(declared.get())) {
            card.fault("defaultLocale", "names no translation of this card");
            return Optional.empty();
        }
        return declared.or(() -> PREFERRED.stream().filter(locales::contains).findFirst())
                .or(() -> locales.stream().findFirst());
    }

    private static Profile profile(Members card, Translation main, List<Ability> skills) {
        List<Ability> abilities = new ArrayList<>(skills);
        abilities.addAll(main.capabilities());
        Optional<String> version = card.text("version", CardReader.LONGEST_NAME);
        return new Profile(main.displayName(), main.shortDescription(), version, abilities);
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
