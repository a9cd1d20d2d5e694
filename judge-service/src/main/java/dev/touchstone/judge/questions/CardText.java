package dev.touchstone.judge.questions;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Text of a card is hostile: it goes into questions only in one line, without invisible characters, and short. */
final class CardText {

    static final int NAME = 120;
    static final int SENTENCES = 400;
    static final int TOPIC = 2_000;

    /** Controls, bidi overrides, zero-width characters, private use: nothing that a person would see. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Z}]+");

    private CardText() {
    }

    static String of(JsonNode node, int longest) {
        return cut(INVISIBLE.matcher(node.isTextual() ? node.textValue() : "").replaceAll(" ").strip(), longest);
    }

    /**
     * @param longest in characters, the mark of the cut included
     */
    static String cut(String line, int longest) {
        int length = line.codePointCount(0, line.length());
        return length <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
