package dev.touchstone.judge.jury;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/** Masks what must not be disclosed, before anything is stored or shown to a model. */
public final class Secrets {

    private Secrets() {
    }

    /** The text with each secret replaced, and a flag for each, whose evidence is the replacement. */
    public static Screened mask(String text) {
        StringBuilder masked = new StringBuilder();
        List<Flag> flags = new ArrayList<>();
        int from = 0;
        for (Hit hit : hits(text)) {
            masked.append(text, from, Math.max(from, hit.start()));
            int start = masked.length();
            masked.append("[masked:").append(hit.name()).append(']');
            flags.add(new Flag(Flag.PATTERN + hit.name(), new Span(start, masked.length(), masked.substring(start))));
            from = Math.max(from, hit.end());
        }
        return new Screened(masked.append(text.substring(from)).toString(), flags);
    }

    /** As it stands first, then in disguise; what is found is not looked at again. */
    private static List<Hit> hits(String text) {
        List<Hit> hits = new ArrayList<>();
        char[] left = text.toCharArray();
        Reading visible = Reading.visible(text);
        char[] seen = visible.text().toCharArray();
        for (SecretKind kind : SecretKind.ALL) {
            find(kind, visible, seen, left, hits);
        }
        for (Reading disguised : Disguises.of(new String(left))) {
            char[] read = disguised.text().toCharArray();
            SecretKind.ALL.stream().filter(SecretKind::disguisable).forEach(kind -> find(kind, disguised, read, left, hits));
        }
        hits.sort(Comparator.comparingInt(Hit::start));
        return hits;
    }

    private static void find(SecretKind kind, Reading reading, char[] read, char[] left, List<Hit> hits) {
        Matcher matcher = kind.form().matcher(CharBuffer.wrap(read));
        while (matcher.find()) {
            int start = Math.min(reading.startOf(matcher.start()), reading.startOf(matcher.end() - 1));
            int end = Math.max(reading.endOf(matcher.start() + 1), reading.endOf(matcher.end()));
            if (kind.valid().test(matcher.group()) && isLeft(left, start, end)) {
                hits.add(new Hit(kind.name(), start, end));
                Arrays.fill(left, start, end, '\n');
                Arrays.fill(read, matcher.start(), matcher.end(), '\n');
            }
        }
    }

    /** A disguise was read before another one was found in the same place. */
    private static boolean isLeft(char[] left, int start, int end) {
        for (int i = start; i < end; i++) {
            if (left[i] != '\n') {
                return true;
            }
        }
        return false;
    }

    private record Hit(String name, int start, int end) {
    }
}
