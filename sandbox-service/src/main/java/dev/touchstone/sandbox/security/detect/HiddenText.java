package dev.touchstone.sandbox.security.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.sandbox.Span;

/**
 * A run of characters that no reader sees, and what it says to a machine that does.
 *
 * @param says the letters that are smuggled in it, empty where it only hides or turns what stands around it
 */
record HiddenText(Span span, String says) {

    static final String BIDI_CONTROL = "bidi_control";
    static final String ZERO_WIDTH = "zero_width";
    static final String TAG_TEXT = "tag_text";
    static final String VARIATION_TEXT = "variation_text";

    private static final int TAGS = 0xE0000;

    /** Embeddings, overrides and isolates; the mere marks of a direction are common in honest text. */
    private static final Pattern BIDI = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
    /** One alone joins emoji and breaks words of some languages honestly; several, or one amid ASCII letters, do not. */
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B-\u200D\u2060-\u2064\uFEFF\u180E]{2,}"
            + "|(?<=[A-Za-z0-9])[\u200B-\u200D\u2060-\u2064\uFEFF\u180E\u00AD](?=[A-Za-z0-9])");
    private static final Pattern TAGGED = Pattern.compile("\\x{1F3F4}?[\\x{E0001}\\x{E0020}-\\x{E007F}]+");
    /** Behind it, tags name a region, as of the flag of Wales: three letters at least and six at most. */
    private static final String FLAG = "\uD83C\uDFF4";
    private static final int LONGEST_REGION = 2 * 8;
    /** One chooses a glyph; several in a row choose nothing. */
    private static final Pattern VARIED = Pattern.compile("[\uFE00-\uFE0F\\x{E0100}-\\x{E01EF}]{2,}");

    static List<HiddenText> in(String text) {
        if (text.chars().noneMatch(each -> each == 0xAD || (each >= 0x180E && each <= 0x2069) || each >= 0xD800)) {
            return List.of();
        }
        List<HiddenText> found = new ArrayList<>();
        find(BIDI_CONTROL, BIDI, text, found);
        find(ZERO_WIDTH, INVISIBLE, text, found);
        find(TAG_TEXT, TAGGED, text, found);
        find(VARIATION_TEXT, VARIED, text, found);
        return List.copyOf(found);
    }

    private static void find(String code, Pattern pattern, String text, List<HiddenText> found) {
        for (Matcher matcher = pattern.matcher(text); matcher.find();) {
            if (matcher.group().startsWith(FLAG) && matcher.group().length() <= FLAG.length() + LONGEST_REGION) {
                continue;
            }
            String says = switch (code) {
                case TAG_TEXT -> tags(matcher.group());
                case VARIATION_TEXT -> variations(matcher.group());
                default -> "";
            };
            found.add(new HiddenText(new Span(code, matcher.start(), matcher.end()), says));
        }
    }

    /** Each tag character is the shadow of one of ASCII. */
    private static String tags(String run) {
        StringBuilder says = new StringBuilder();
        run.codePoints().filter(each -> each >= TAGS + ' ' && each < TAGS + 0x7F)
                .forEach(each -> says.append((char) (each - TAGS)));
        return says.toString();
    }

    /** The 256 variation selectors as the 256 values of a byte. */
    private static String variations(String run) {
        int[] codePoints = run.codePoints().toArray();
        byte[] bytes = new byte[codePoints.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (codePoints[i] < TAGS ? codePoints[i] - 0xFE00 : codePoints[i] - 0xE0100 + 16);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
