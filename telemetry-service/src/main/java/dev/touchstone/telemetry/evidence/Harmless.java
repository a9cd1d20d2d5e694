package dev.touchstone.telemetry.evidence;

import java.util.regex.Pattern;

/**
 * Texts of agents, models and makers, for places that read more into a text than its words. Nobody is called, nothing
 * is a link, nothing is hidden.
 */
final class Harmless {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}&&[^\\n\\t]]");
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{C}\\p{Z}]+");
    /** Slack and e-mail programs make links of bare names of hosts as well. */
    private static final Pattern HOST_DOT = Pattern.compile("(?<=[\\p{L}\\p{N}])\\.(?=\\p{L})");
    private static final Pattern MARKUP = Pattern.compile("[*`~|\\\\]");

    private Harmless() {
    }

    /**
     * A line of a message that Slack or an e-mail program shows: no mention ({@code <!channel>}, {@code @here}), no link,
     * no markup, no control or bidirectional characters.
     */
    static String words(String text, int longest) {
        String line = NOT_IN_A_LINE.matcher(text).replaceAll(" ").strip();
        String quiet = MARKUP.matcher(line).replaceAll("").replace('<', '‹').replace('>', '›').replace('@', '＠')
                .replace('&', '＆').replace("://", ": //");
        return cut(HOST_DOT.matcher(quiet).replaceAll("[.]"), longest);
    }

    /** A cell of a table: its own text, with a sign where there was a character that cannot be seen. */
    static String cell(String text, int longest) {
        return cut(UNSEEN.matcher(text).replaceAll("\ufffd"), longest);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        // Never between the two halves of one character.
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
