package dev.touchstone.review.browser;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import dev.touchstone.events.testing.TestKeys;

/**
 * How somebody looks at pages.
 *
 * @param key who it is; null for nobody who is known
 */
record Manner(@Nullable String key, String language, boolean script, ColorScheme colours, int width) {

    static final int WIDE = 1280;
    /** Of a wide page at 400 %, which it must fit. */
    static final int NARROW = 320;
    static final int HEIGHT = 900;

    /** A reviewer at a desk. */
    static final Manner DESK = new Manner(TestKeys.REVIEWER, "en", true, ColorScheme.LIGHT, WIDE);

    Manner as(@Nullable String other) {
        return new Manner(other, language, script, colours, width);
    }

    Manner in(String other) {
        return new Manner(key, other, script, colours, width);
    }

    Manner withScript(boolean other) {
        return new Manner(key, language, other, colours, width);
    }

    Manner in(ColorScheme other) {
        return new Manner(key, language, script, other, width);
    }

    Manner at(int pixels) {
        return new Manner(key, language, script, colours, pixels);
    }

    NewContextOptions options() {
        return new NewContextOptions().setLocale(language).setJavaScriptEnabled(script).setColorScheme(colours)
                .setViewportSize(width, HEIGHT).setReducedMotion(ReducedMotion.REDUCE);
    }

    @Override
    public String toString() {
        return (width == WIDE ? "wide" : "narrow") + "-" + colours.name().toLowerCase(Locale.ROOT) + "-" + language;
    }
}
