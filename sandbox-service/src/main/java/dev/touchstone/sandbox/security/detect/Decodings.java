package dev.touchstone.sandbox.security.detect;

import java.util.List;
import java.util.stream.Stream;

/** All ways that are known. */
final class Decodings {

    private static final String DIGITS = "0123456789abcdef";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + LETTERS + "0123456789+/";

    /**
     * Of two that see the same, the first gives its name. Base64's signs for 62 and 63 are not those of the URL-safe alphabet:
     * neither stands in the encoding of ASCII letters and
     * digits, and hyphens are what others put between groups.
     */
    static final List<Decoding> ALL = Stream.concat(
            Stream.of(new Radix("base64", BASE64, 6), new Radix("base32", LETTERS + "234567", 5),
                    new Radix("hex", DIGITS, 4), new Radix("binary", "01", 1), new Numbers(), new Morse(), new Spelled(),
                    new Braille(), new Initials(), new Smuggled(), new Turned()),
            Stream.concat(zeroWidths(), Stream.of(new Escapes())))
            .toList();

    private Decodings() {
    }

    /** Two kinds of characters without width are enough to write bits with. */
    private static Stream<Decoding> zeroWidths() {
        List<String> kinds = List.of("\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF");
        return kinds.stream().flatMap(zero -> kinds.stream().filter(one -> !one.equals(zero))
                .map(one -> new Radix("hidden", zero + one, 1)));
    }
}
