package dev.touchstone.review.pages;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The colours of the style sheet, in light and dark, by the contrast that WCAG 2.2 asks for.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">Contrast ratio</a>
 */
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double SIGN = 3;
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({ "ink, paper", "ink, card", "ink, calm-bg", "soft, paper", "soft, card", "soft, calm-bg", "link, paper",
            "link, card", "link, calm-bg", "ask, ask-bg", "ask, card", "good, good-bg", "good, card", "bad, bad-bg",
            "bad, card",
            "ink, ask-bg", "ink, good-bg", "ink, bad-bg", "card, ink" })
    void textCanBeRead(String text, String ground) throws IOException {
        both(text, ground, TEXT);
    }

    /** What must be seen to use the page: the focus, the edges of fields, the value in a meter, marks that ask. */
    @ParameterizedTest
    @CsvSource({ "focus, paper", "focus, card", "focus, calm-bg", "soft, card", "soft, paper", "link, card", "ask, card",
            "bad, card" })
    void signsCanBeSeen(String sign, String ground) throws IOException {
        both(sign, ground, SIGN);
    }

    private static void both(String over, String under, double least) throws IOException {
        // Given
        String sheet = sheet();
        int dark = sheet.indexOf("(prefers-color-scheme: dark)");
        Map<String, String> light = tokens(sheet.substring(0, dark));
        Map<String, String> night = new HashMap<>(light);
        night.putAll(tokens(sheet.substring(dark)));
        // When
        double byDay = contrast(light, over, under);
        double byNight = contrast(night, over, under);
        // Then
        assertTrue(byDay >= least && byNight >= least,
                over + " on " + under + ": " + byDay + " in light, " + byNight + " in dark, less than " + least);
    }

    private static String sheet() throws IOException {
        try (InputStream file = ContrastTest.class.getResourceAsStream("/META-INF/resources/touchstone.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> tokens(String css) {
        Map<String, String> tokens = new HashMap<>();
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            tokens.putIfAbsent(token.group(1), token.group(2));
        }
        return tokens;
    }

    private static double contrast(Map<String, String> tokens, String one, String other) {
        double a = luminance(Objects.requireNonNull(tokens.get(one), one));
        double b = luminance(Objects.requireNonNull(tokens.get(other), other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
