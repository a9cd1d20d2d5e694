package dev.touchstone.sandbox.egress;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms in which a secret may stand in a text: as it is, in other case, split, reversed, percent-encoded, hex, Base64. */
final class Traces {

    /** Of letters and digits. What has fewer of them is only looked for as it is. */
    private static final int TELLING = 12;

    private final String whole;
    private final List<String> forms;

    private Traces(String whole, Set<String> forms) {
        this.whole = whole;
        this.forms = List.copyOf(forms);
    }

    static Traces of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        for (String written : List.of(secret, new StringBuilder(secret).reverse().toString(), HexFormat.of().formatHex(bytes),
                base64(secret, 0), base64(secret, 1), base64(secret, 2))) {
            String letters = new Letters(written).text.toString();
            if (letters.length() >= TELLING) {
                forms.add(letters);
            }
        }
        return new Traces(secret, forms);
    }

    /** What stays the same of the Base64 form wherever in a longer text the secret stands: a core for each alignment. */
    private static String base64(String secret, int shift) {
        byte[] padded = (" ".repeat(shift) + secret).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(padded).substring(shift == 0 ? 0 : 4, padded.length / 3 * 4);
    }

    String replaceIn(String text, String mask) {
        BitSet hidden = new BitSet();
        for (int at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
            hidden.set(at, at + whole.length());
        }
        Letters letters = new Letters(text);
        forms.forEach(form -> letters.mark(form, hidden));
        return hidden.isEmpty() ? text : replaced(text, hidden, mask);
    }

    private static String replaced(String text, BitSet hidden, String mask) {
        StringBuilder shown = new StringBuilder();
        int from = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(from)) {
            shown.append(text, from, start).append(mask);
            from = hidden.nextClearBit(start);
        }
        return shown.append(text, from, text.length()).toString();
    }

    /** The letters and digits of a text in lower case, also percent-encoded ones, and where each of them stands. */
    private static final class Letters {

        private static final Pattern ENCODED = Pattern.compile("[0-7][0-9A-Fa-f]");

        private final StringBuilder text = new StringBuilder();
        private final int[] positions;

        private Letters(String original) {
            positions = new int[original.length()];
            for (int i = 0; i < original.length(); i++) {
                char each = original.charAt(i);
                if (each == '%' && i + 2 < original.length() && isEncoded(original.substring(i + 1, i + 3))) {
                    each = (char) Integer.parseInt(original.substring(i + 1, i + 3), 16);
                    i += 2;
                }
                if (each < 128 && Character.isLetterOrDigit(each)) {
                    positions[text.length()] = i;
                    text.append(Character.toLowerCase(each));
                }
            }
        }

        private static boolean isEncoded(String digits) {
            return ENCODED.matcher(digits).matches();
        }

        void mark(String form, BitSet hidden) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                hidden.set(positions[at], positions[at + form.length() - 1] + 1);
            }
        }
    }
}
