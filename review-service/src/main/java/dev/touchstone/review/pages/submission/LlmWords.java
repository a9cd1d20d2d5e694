package dev.touchstone.review.pages.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.review.PublicAddress;
import dev.touchstone.review.Shown;

/** LLM settings in one line, in the names that the form and the API have for them; what was left open is left out. */
public final class LlmWords {

    private LlmWords() {
    }

    public static Shown of(@Nullable LlmSettings settings) {
        return Shown.of(settings == null ? "" : text(settings));
    }

    public static String text(LlmSettings settings) {
        List<String> words = new ArrayList<>();
        add(words, "enabled ", settings.enabled());
        add(words, "", settings.provider());
        add(words, "", settings.model());
        add(words, "temperature ", settings.temperature() == null ? null : number(settings.temperature()));
        add(words, "maxOutputTokens ", settings.maxOutputTokens());
        add(words, "", settings.baseUrl() == null ? null : PublicAddress.of(settings.baseUrl().toString()).text());
        add(words, "dryRun ", settings.dryRun());
        return String.join(" · ", words);
    }

    /** As the API writes it, whatever the reader's language. */
    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static void add(List<String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.add(name + value);
        }
    }
}
