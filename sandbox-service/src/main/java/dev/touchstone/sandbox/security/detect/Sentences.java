package dev.touchstone.sandbox.security.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.sandbox.Span;

/**
 * Where the sentences of a text begin and which of them offer another way. Found once for the whole text: looked for from
 * each signal anew, an answer full of signals would take the square of its length.
 */
final class Sentences {

    private static final Pattern END = Pattern.compile("[.!?。！？](?=\\s|$|[^\\x00-\\x7F])|\\n[^\\S\\n]{0,80}\\n");

    /** Ascending; the first is 0. */
    private final int[] starts;
    private final BitSet offering;

    private Sentences(int[] starts, BitSet offering) {
        this.starts = starts;
        this.offering = offering;
    }

    static Sentences of(String text) {
        List<Integer> found = new ArrayList<>(List.of(0));
        for (Matcher ends = END.matcher(text); ends.find();) {
            found.add(ends.end());
        }
        int[] starts = found.stream().mapToInt(Integer::intValue).toArray();
        BitSet offering = new BitSet(starts.length);
        int sentence = 0;
        for (Matcher offers = Phrases.ANOTHER_WAY.matcher(text); offers.find();) {
            sentence = at(starts, sentence, offers.start());
            offering.set(sentence);
        }
        return new Sentences(starts, offering);
    }

    /** A list belongs to the line that introduces it, so a span may lie in several sentences; each of them counts. */
    boolean offerAnotherWay(Span span) {
        int first = at(starts, 0, span.start());
        int offer = offering.nextSetBit(first);
        // A span that ends with a full stop, as "1." does, introduces what comes next.
        return offer >= 0 && starts[offer] <= span.end();
    }

    /** The last sentence that begins at or before the position. */
    private static int at(int[] starts, int from, int position) {
        int found = Arrays.binarySearch(starts, from, starts.length, position);
        return found >= 0 ? found : -found - 2;
    }
}
