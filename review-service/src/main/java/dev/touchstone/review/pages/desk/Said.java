package dev.touchstone.review.pages.desk;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;

/** What a page has said so far, so that it says each thing once. Only whole sentences count: a part may mean something else. */
final class Said {

    private static final String ENDS = ".!?。！？";

    private final List<String> texts = new ArrayList<>();

    Said and(@Nullable String more) {
        texts.add(Shown.of(more).text().strip());
        return this;
    }

    /** Those that were not said before; now they are. */
    List<Shown> others(List<String> more) {
        List<Shown> others = more.stream().map(Shown::of).filter(shown -> !holds(shown.text())).toList();
        others.forEach(shown -> and(shown.text()));
        return others;
    }

    /** Whether it was said, alone, among other sentences, or as several texts one after the other. */
    boolean holds(String text) {
        String wanted = text.strip();
        return wanted.isEmpty() || texts.stream().anyMatch(said -> holds(said, wanted))
                || holds(String.join(" ", texts), wanted);
    }

    private static boolean holds(String said, String wanted) {
        for (int at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if (endsSentence(said.substring(0, at)) && (end == said.length() || endsSentence(said.substring(0, end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsSentence(String before) {
        String sentence = before.stripTrailing();
        return sentence.isEmpty() || ENDS.indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
    }
}
