package dev.touchstone.review.ledger.note;

import java.io.Serial;

/**
 * A text is not the note, the checkpoint or the key that it should be. The message says why and repeats nothing of the text.
 */
public final class MalformedNote extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    MalformedNote(String why) {
        super(why);
    }

    static void unless(boolean condition, String why) {
        if (!condition) {
            throw new MalformedNote(why);
        }
    }
}
