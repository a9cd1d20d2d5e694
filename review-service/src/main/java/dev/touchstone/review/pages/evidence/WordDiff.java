package dev.touchstone.review.pages.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;

import dev.touchstone.review.Shown;

/**
 * An expected and an actual text beside each other, word by word. Marks are only set where they help: in texts that have next
 * to
 * nothing in common, or are long, all would be marked.
 *
 * @param marked whether they were compared
 * @param common percent of the expected words that the actual text has in their order
 */
record WordDiff(boolean marked, int common, List<Piece> expected, List<Piece> actual) {

    /** The time for a comparison grows with the square of this. */
    private static final int MOST_WORDS = 800;
    private static final int TOO_LITTLE = 20;
    private static final int ALL = 100;

    /**
     * @param same whether the other text has it too
     */
    record Piece(boolean same, Shown text) {
    }

    static WordDiff of(Shown expected, Shown actual) {
        List<String> wanted = Words.of(expected.text());
        List<String> got = Words.of(actual.text());
        if (wanted.isEmpty() || got.isEmpty() || wanted.size() > MOST_WORDS || got.size() > MOST_WORDS) {
            return unmarked(0, expected, actual);
        }
        Patch<String> patch = DiffUtils.diff(wanted, got, new MeyersDiffWithLinearSpace<>());
        long missing = patch.getDeltas().stream().flatMap(delta -> delta.getSource().getLines().stream())
                .filter(WordDiff::counts).count();
        long all = wanted.stream().filter(WordDiff::counts).count();
        int common = all == 0 ? ALL : (int) (ALL * (all - missing) / all);
        return common < TOO_LITTLE ? unmarked(common, expected, actual)
                : new WordDiff(true, common, pieces(wanted, patch, AbstractDelta::getSource),
                        pieces(got, patch, AbstractDelta::getTarget));
    }

    private static WordDiff unmarked(int common, Shown expected, Shown actual) {
        return new WordDiff(false, common, List.of(new Piece(true, expected)), List.of(new Piece(true, actual)));
    }

    /** Blanks and marks are in every text. */
    private static boolean counts(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static List<Piece> pieces(List<String> words, Patch<String> patch,
            Function<AbstractDelta<String>, Chunk<String>> side) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            Chunk<String> chunk = side.apply(delta);
            add(pieces, true, words.subList(at, chunk.getPosition()));
            at = chunk.getPosition() + chunk.size();
            add(pieces, false, words.subList(chunk.getPosition(), at));
        }
        add(pieces, true, words.subList(at, words.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, boolean same, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(same, new Shown(String.join("", words))));
        }
    }
}
