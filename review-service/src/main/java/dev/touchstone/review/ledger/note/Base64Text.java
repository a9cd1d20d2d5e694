package dev.touchstone.review.ledger.note;

import java.util.Base64;

/** Base 64 of RFC 4648 section 4 in the one spelling that each value has: padded, and without stray bits at the end. */
final class Base64Text {

    private Base64Text() {
    }

    static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws MalformedNote if it is no base 64, or a second spelling of a value */
    static byte[] parse(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            MalformedNote.unless(of(bytes).equals(text), what + " is not in standard base 64");
            return bytes;
        } catch (MalformedNote malformed) {
            throw malformed;
        } catch (IllegalArgumentException malformed) {
            throw new MalformedNote(what + " is not in base 64");
        }
    }
}
