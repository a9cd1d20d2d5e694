package dev.touchstone.sandbox.security.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Bytes written with an alphabet of a power of two, as Base64 or hex. Whatever is not of the alphabet is passed over: line
 * breaks, separators, the prose around. So it is not known where a byte begins, and each possibility is tried.
 *
 * @param symbols in the order of their values; lower case for both cases where it has no upper case
 * @param bits of a symbol, 1 to 6
 */
record Radix(String form, String symbols, int bits) implements Decoding {

    /** Shorter runs of printable characters come out of any text, and hold no fragment that counts. */
    private static final int SHORTEST = 8;

    @Override
    public boolean nests() {
        return true;
    }

    @Override
    public List<Traced> decode(Traced text) {
        if (bits == 1 && (text.text().indexOf(symbols.charAt(0)) < 0 || text.text().indexOf(symbols.charAt(1)) < 0)) {
            return List.of();
        }
        int[] places = new int[text.length()];
        byte[] values = new byte[text.length()];
        int count = 0;
        byte[] table = table();
        for (int i = 0; i < text.length(); i++) {
            char each = text.text().charAt(i);
            int value = each < 128 ? table[each] : symbols.indexOf(each);
            if (value >= 0 && !isPrefix(text.text(), i)) {
                places[count] = i;
                values[count++] = (byte) value;
            }
        }
        List<Traced> decoded = new ArrayList<>();
        for (int begin = 0; begin < 8 / Integer.highestOneBit(bits & -bits) && begin < count; begin++) {
            Traced said = decode(text, Arrays.copyOfRange(places, begin, count), Arrays.copyOfRange(values, begin, count));
            if (said.length() > 0) {
                decoded.add(said);
            }
        }
        return decoded;
    }

    private byte[] table() {
        byte[] table = new byte[128];
        Arrays.fill(table, (byte) -1);
        boolean caseless = symbols.equals(symbols.toLowerCase(Locale.ROOT));
        for (int i = 0; i < symbols.length(); i++) {
            char symbol = symbols.charAt(i);
            if (symbol < 128) {
                table[symbol] = (byte) i;
                if (caseless) {
                    table[Character.toUpperCase(symbol)] = (byte) i;
                }
            }
        }
        return table;
    }

    /** The zero of {@code 0x} and {@code 0b} is none of the number. */
    private boolean isPrefix(String text, int at) {
        return text.charAt(at) == '0' && at + 1 < text.length()
                && ((bits == 4 && (text.charAt(at + 1) | 0x20) == 'x') || (bits == 1 && (text.charAt(at + 1) | 0x20) == 'b'));
    }

    private Traced decode(Traced text, int[] places, byte[] values) {
        Traced.Builder said = new Traced.Builder(16);
        int runStart = 0;
        long buffer = 0;
        int held = 0;
        for (int i = 0; i < values.length; i++) {
            buffer = (buffer << bits) | values[i];
            held += bits;
            if (held >= 8) {
                held -= 8;
                int made = (int) (buffer >>> held) & 0xFF;
                int first = places[i - (held + 7) / bits];
                if (made >= ' ' && made < 0x7F) {
                    said.add((char) made, text, first, places[i]);
                } else if (made != 0) {
                    // Zero is the other half of a character in UTF-16; anything else ends what may be a text.
                    runStart = endRun(said, runStart, text, first);
                }
            }
        }
        if (said.length() - runStart < SHORTEST) {
            said.cutTo(runStart);
        }
        return said.build();
    }

    private static int endRun(Traced.Builder said, int runStart, Traced text, int at) {
        if (said.length() - runStart < SHORTEST) {
            said.cutTo(runStart);
            return runStart;
        }
        said.add('\n', text, at, at);
        return said.length();
    }
}
