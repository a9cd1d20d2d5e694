package dev.touchstone.review.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages. */
public enum Language {

    ENGLISH(Locale.ENGLISH, "English"),
    JAPANESE(Locale.JAPANESE, "日本語");

    private final Locale locale;
    private final String label;

    Language(Locale locale, String label) {
        this.locale = locale;
        this.label = label;
    }

    /** What was chosen on a page, else what the browser prefers, else English. */
    static Language choose(Optional<String> chosen, List<Locale> accepted) {
        return chosen.flatMap(Language::tagged)
                .or(() -> accepted.stream().flatMap(locale -> tagged(locale.getLanguage()).stream()).findFirst())
                .orElse(ENGLISH);
    }

    private static Optional<Language> tagged(String tag) {
        return List.of(values()).stream().filter(language -> language.tag().equals(tag)).findFirst();
    }

    public String tag() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }

    public String label() {
        return label;
    }
}
