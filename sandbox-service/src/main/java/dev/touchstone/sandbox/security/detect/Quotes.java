package dev.touchstone.sandbox.security.detect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out what an answer quotes: "I can't help" said by somebody else refuses nothing. */
final class Quotes {

    private static final Pattern QUOTE = Pattern
            .compile("\"[^\"\\n]{1,300}\"|「[^」\\n]{1,300}」|『[^』\\n]{1,300}』|`[^`\\n]{1,300}`");
    /** An answer that is hardly more than a quotation says what it quotes. */
    private static final int LEAST_AROUND = 12;

    private Quotes() {
    }

    /** With blanks in place of the quotations, and of the signs that fence code. */
    static String blanked(String plain) {
        String unfenced = unfenced(plain);
        StringBuilder text = new StringBuilder(unfenced);
        for (Matcher quotes = QUOTE.matcher(unfenced); quotes.find();) {
            for (int i = quotes.start() + 1; i < quotes.end() - 1; i++) {
                text.setCharAt(i, ' ');
            }
        }
        return Weight.of(text) < LEAST_AROUND ? unfenced : text.toString();
    }

    /** With blanks in place of the signs that fence code, and with all that is quoted. */
    static String unfenced(String plain) {
        return plain.replace("```", "   ");
    }
}
