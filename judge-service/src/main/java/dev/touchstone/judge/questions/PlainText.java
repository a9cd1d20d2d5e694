package dev.touchstone.judge.questions;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Text that somebody else wrote is hostile: it goes into questions only without invisible characters, and short. */
public final class PlainText {

    public static final int NAME = 120;
    public static final int SENTENCES = 400;
    public static final int TOPIC = 2_000;
    /** Of what a suite or a conversation holds: a task may bring the text along that it is about. */
    public static final int PASSAGE = 6_000;

    /** Controls, bidi overrides, zero-width characters, private use: nothing that a person would see. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Z}]+");
    private static final Pattern INVISIBLE_IN_LINE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Z}&&[^\\n]]+");

    private PlainText() {
    }

    /** On one line; empty where the node is no text. */
    static String line(JsonNode node, int longest) {
        return line(node.isTextual() ? node.textValue() : "", longest);
    }

    public static String line(String text, int longest) {
        return cut(INVISIBLE.matcher(text).replaceAll(" ").strip(), longest);
    }

    /** Line ends stay; empty where the node is no text. */
    static String lines(JsonNode node, int longest) {
        return lines(node.isTextual() ? node.textValue() : "", longest);
    }

    /** Line ends stay. */
    public static String lines(String text, int longest) {
        return cut(INVISIBLE_IN_LINE.matcher(text).replaceAll(" ").strip(), longest);
    }

    /**
     * @param longest in characters, the mark of the cut included
     */
    public static String cut(String line, int longest) {
        int length = line.codePointCount(0, line.length());
        return length <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** A member's name as a segment of a JSON pointer (RFC 6901), short and without what must not be seen in a report. */
    public static String segment(String name) {
        return cut(name, NAME).replaceAll("[^A-Za-z0-9_~/-]", "?").replace("~", "~0").replace("/", "~1");
    }
}
