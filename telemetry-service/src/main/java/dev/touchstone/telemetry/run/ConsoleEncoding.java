package dev.touchstone.telemetry.run;

import dev.touchstone.events.Severity;
import dev.touchstone.events.StageEvent;
import dev.touchstone.telemetry.wandb.filestream.ConsoleLine;

/**
 * One event as one line of the run's console, which is the review's own log: when, which attempt of which stage, how much
 * attention it asks for, and what happened. A pure function of the event. In the form that W&amp;B reads everywhere: time
 * without a zone, which is UTC, and {@code ERROR} in front where something went wrong.
 */
final class ConsoleEncoding {

    private static final String CUT = "...";
    /** With an error's mark and the time in front of it. */
    private static final int LONGEST_TEXT = ConsoleLine.LONGEST - "ERROR 2026-01-01T00:00:00.000000 ".length();

    private ConsoleEncoding() {
    }

    static String encode(StageEvent event) {
        String text = event.stage().key() + " #" + event.attempt() + " " + event.severity().key() + ": "
                + visible(PlainWords.of(event.body()));
        boolean error = event.severity() == Severity.ERROR;
        return new ConsoleLine(event.origin().occurredAt(), error, "", cut(text)).plain();
    }

    /**
     * Text from agents, models and people may hold what a terminal obeys or a reader cannot see: line breaks, escape
     * sequences, marks that turn the direction of text. Each is written out.
     */
    static String visible(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isPlain(point)) {
                line.appendCodePoint(point);
            } else {
                line.append("\\u{").append(Integer.toHexString(point)).append('}');
            }
        });
        return line.toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    /** Never in the middle of a character, and so that it can be seen. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = LONGEST_TEXT - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
