package dev.touchstone.sandbox.security.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that are looked for together, whole and in parts, in one pass over a text: each eight characters of it are looked up
 * among all eights of the words, and where they are known the words tell how far they agree.
 */
final class Needles {

    /** 40 bits are still no chance, and an agent that says eight characters is about to say the rest. */
    static final int FRAGMENT = 8;
    private static final int SYMBOL_BITS = 6;
    private static final long WINDOW = (1L << (FRAGMENT * SYMBOL_BITS)) - 1;
    private static final int FILTER = (1 << (3 * SYMBOL_BITS)) - 1;

    /**
     * @param word lower-case letters and digits
     * @param shortest so many characters of it are a part that counts, at least {@link #FRAGMENT}
     */
    record Needle(String form, String word, int shortest) {
    }

    /** A stretch of the text, from before to behind it, that is all of a needle or a part. */
    record Hit(Needle needle, int start, int end) {

        boolean isWhole() {
            return end - start == needle.word().length();
        }
    }

    private record Place(Needle needle, int offset) {
    }

    private final Map<Long, Place> places = new HashMap<>();
    /** The last three characters of every eight: few texts get past it to the map. */
    private final BitSet filter = new BitSet(FILTER + 1);

    Needles(List<Needle> needles) {
        for (Needle needle : needles) {
            for (int offset = 0; offset + FRAGMENT <= needle.word().length(); offset++) {
                long key = 0;
                for (int i = 0; i < FRAGMENT; i++) {
                    key = key << SYMBOL_BITS | symbol(needle.word().charAt(offset + i));
                }
                places.putIfAbsent(key, new Place(needle, offset));
                filter.set((int) (key & FILTER));
            }
        }
    }

    List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        long key = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            int symbol = symbol(text.charAt(i));
            key = (key << SYMBOL_BITS | symbol) & WINDOW;
            held = symbol == 0 ? 0 : held + 1;
            Place place = held >= FRAGMENT && filter.get((int) (key & FILTER)) ? places.get(key) : null;
            if (place != null) {
                Hit hit = hit(text, place, i - FRAGMENT + 1);
                if (hit.end() - hit.start() >= hit.needle().shortest()) {
                    hits.add(hit);
                }
                i = hit.end() - 1;
                held = 0;
            }
        }
        return hits;
    }

    private static Hit hit(String text, Place place, int at) {
        String word = place.needle().word();
        int back = 0;
        while (back < Math.min(place.offset(), at) && text.charAt(at - back - 1) == word.charAt(place.offset() - back - 1)) {
            back++;
        }
        int start = at - back;
        int length = FRAGMENT + back;
        int first = place.offset() - back;
        while (first + length < word.length() && start + length < text.length()
                && text.charAt(start + length) == word.charAt(first + length)) {
            length++;
        }
        return new Hit(place.needle(), start, start + length);
    }

    /** 1 to 36; 0 is none. */
    private static int symbol(char each) {
        if (each >= 'a' && each <= 'z') {
            return each - 'a' + 1;
        }
        return each >= '0' && each <= '9' ? each - '0' + 27 : 0;
    }
}
