package dev.touchstone.sandbox.suite;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The languages in which agents are tested. */
public enum Language {

    JA,
    EN;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException for anything but {@code ja} and {@code en}
     */
    @JsonCreator
    public static Language of(String key) {
        for (Language language : values()) {
            if (language.key().equals(key)) {
                return language;
            }
        }
        throw new IllegalArgumentException("A language is 'ja' or 'en'");
    }

    /**
     * @param locale as {@code ja} or {@code en-GB}
     * @throws IllegalArgumentException for another language
     */
    static Language ofLocale(String locale) {
        return of(locale.split("-", 2)[0]);
    }

    /** Japanese as soon as there is kana or a Han character: a Japanese text may hold English words, hardly the reverse. */
    public static Language ofText(String text) {
        return text.codePoints().anyMatch(Language::isJapanese) ? JA : EN;
    }

    private static boolean isJapanese(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HIRAGANA, KATAKANA, HAN -> true;
            default -> false;
        };
    }
}
