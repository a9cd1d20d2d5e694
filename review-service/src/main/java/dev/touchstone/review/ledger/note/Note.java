package dev.touchstone.review.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A text and the lines that sign it. Who holds one knows nothing yet: see {@link Notes#verify}.
 *
 * @param text ends with a newline
 */
public record Note(String text, List<NoteSignature> signatures) {

    /** The specification wants a bound, and at least 16. */
    private static final int MOST_SIGNATURES = 100;
    private static final int LONGEST = 1_000_000;

    /** @throws MalformedNote if it cannot be written as a note */
    public Note {
        signatures = List.copyOf(signatures);
        MalformedNote.unless(text.endsWith("\n"), "A note's text ends with a newline");
        MalformedNote.unless(isPlain(text), "A note has no control character but newline, and no half of a character");
        MalformedNote.unless(!signatures.isEmpty() && signatures.size() <= MOST_SIGNATURES,
                "A note has 1 to " + MOST_SIGNATURES + " signatures");
    }

    /** @throws MalformedNote if it is not a note */
    public static Note parse(String note) {
        MalformedNote.unless(note.length() <= LONGEST, "A note has at most " + LONGEST + " characters");
        int blank = note.lastIndexOf("\n\n");
        MalformedNote.unless(blank >= 0, "A note has an empty line between text and signatures");
        String lines = note.substring(blank + 2);
        MalformedNote.unless(lines.endsWith("\n"), "A note ends with a signature and a newline");
        return new Note(note.substring(0, blank + 1), lines.lines().map(NoteSignature::parse).toList());
    }

    /** The whole, as it is given to others. */
    public String signed() {
        StringBuilder signed = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> signed.append(signature.line()));
        return signed.toString();
    }

    /** Half a surrogate pair has no UTF-8 of its own: another text would be signed than is read. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character >= ' ' || character == '\n')
                && new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
    }
}
