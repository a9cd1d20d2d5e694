package dev.touchstone.sandbox.security.detect;

import java.util.Arrays;

import dev.touchstone.sandbox.Span;

/**
 * Text that was made from another, and where in that other one each of its characters comes from. Whatever is done to a text
 * to see through it, what is found can be pointed at in the text as it came.
 */
final class Traced {

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private Traced(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** A text as it came, but for full-width forms, which become those of ASCII. */
    static Traced of(String text) {
        Builder same = new Builder(text.length());
        for (int i = 0; i < text.length(); i++) {
            same.add(PlainText.narrow(text.charAt(i)), i, i + 1);
        }
        return same.build();
    }

    /** The letters and digits of any script without what stands between them, folded as {@link Folding} does. */
    static Traced lettersOf(String text) {
        return of(text).letters();
    }

    Traced letters() {
        Builder letters = new Builder(text.length());
        for (int i = 0; i < text.length();) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            letters.add(Folding.of(codePoint), starts[i], ends[next - 1]);
            i = next;
        }
        return letters.build();
    }

    /** Each character that amounts to ASCII letters or digits as these, everything else as a gap. */
    Traced lookalikes() {
        Builder letters = new Builder(text.length());
        for (int i = 0; i < text.length();) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            String folded = Folding.of(codePoint);
            boolean ascii = !folded.isEmpty() && folded.chars().allMatch(each -> each < 128);
            letters.add(ascii ? folded : " ", starts[i], ends[next - 1]);
            i = next;
        }
        return letters.build();
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    /** What the characters from {@code from} to before {@code to} come from. */
    Span span(String code, int from, int to) {
        return new Span(code, starts[from], ends[to - 1]);
    }

    /** Makes one from the left to the right. */
    static final class Builder {

        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Builder(int expected) {
            text = new StringBuilder(expected);
            starts = new int[Math.max(expected, 16)];
            ends = new int[starts.length];
        }

        void add(char made, int start, int end) {
            if (text.length() == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                ends = Arrays.copyOf(ends, ends.length * 2);
            }
            starts[text.length()] = start;
            ends[text.length()] = end;
            text.append(made);
        }

        void add(String made, int start, int end) {
            for (int i = 0; i < made.length(); i++) {
                add(made.charAt(i), start, end);
            }
        }

        /** A character made from those between two places of another text. */
        void add(char made, Traced from, int first, int last) {
            add(made, from.start(first), from.end(last));
        }

        /** A part of another text as it is. */
        void addAll(Traced from, int first, int last) {
            for (int i = first; i < last; i++) {
                add(from.text().charAt(i), from, i, i);
            }
        }

        int length() {
            return text.length();
        }

        /** Takes back what was added behind this length. */
        void cutTo(int length) {
            text.setLength(length);
        }

        Traced build() {
            return new Traced(text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
        }
    }
}
