package dev.touchstone.sandbox.security.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.sandbox.Span;

/**
 * Where the sentences of a text begin and what they hold. Found once for the whole text: looked for from each signal anew, an
 * answer full of signals would take the square of its length.
 */
final class Sentences {

    /** A dot within a number or a name ends nothing; the Japanese full stop always does, though no blank follows it. */
    private static final Pattern END = Pattern
            .compile("[.!?。！？]{1,5}[\"'」』)）]{0,3}(?=\\s|$|[^\\x00-\\x7F])|。[\"'」』)）]{0,3}|\\n[^\\S\\n]{0,80}\\n");

    private final String text;
    /** Ascending; the first is 0. */
    private final int[] starts;

    private Sentences(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    static Sentences of(String text) {
        List<Integer> found = new ArrayList<>(List.of(0));
        for (Matcher ends = END.matcher(text); ends.find();) {
            found.add(ends.end());
        }
        return new Sentences(text, found.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The sentences, by their number, in which the pattern is found. */
    BitSet having(Pattern pattern) {
        BitSet having = new BitSet(starts.length);
        int sentence = 0;
        for (Matcher matcher = pattern.matcher(text); matcher.find();) {
            sentence = at(sentence, matcher.start());
            having.set(sentence);
        }
        return having;
    }

    int at(int position) {
        return at(0, position);
    }

    int count() {
        return starts.length;
    }

    int start(int sentence) {
        return starts[sentence];
    }

    int end(int sentence) {
        return sentence + 1 < starts.length ? starts[sentence + 1] : text.length();
    }

    String text(int sentence) {
        return text.substring(start(sentence), end(sentence));
    }

    /** A list belongs to the line that introduces it, so a span may lie in several sentences; each of them counts. */
    boolean touches(Span span, BitSet some) {
        int next = some.nextSetBit(at(span.start()));
        // A span that ends with a full stop, as "1." does, introduces what comes next.
        return next >= 0 && starts[next] <= span.end();
    }

    /** The last sentence that begins at or before the position. */
    private int at(int from, int position) {
        int found = Arrays.binarySearch(starts, from, starts.length, position);
        return found >= 0 ? found : -found - 2;
    }
}
