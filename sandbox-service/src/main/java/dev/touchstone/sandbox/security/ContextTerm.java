package dev.touchstone.sandbox.security;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.touchstone.sandbox.attempt.Transcript.Turn;
import dev.touchstone.sandbox.security.detect.PlainText;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A word of the agent's card that its answers use: an agent that never speaks of its own subject was hardly met as itself.
 *
 * @param cases in how many cases an answer holds it
 */
@RegisterForReflection
record ContextTerm(String term, long cases) {

    private static final int MOST = 20;
    /** Shorter words of the Latin alphabet stand in others by chance. */
    private static final int SHORTEST = 3;

    /** Those that were used, the most used first. */
    static List<ContextTerm> in(List<CaseResult> results, List<String> terms) {
        List<String> said = results.stream().map(ContextTerm::said).toList();
        return terms.stream().filter(ContextTerm::isTelling)
                .map(term -> new ContextTerm(term, said.stream().filter(text -> text.contains(PlainText.of(term))).count()))
                .filter(term -> term.cases() > 0)
                .sorted(Comparator.comparingLong(ContextTerm::cases).reversed().thenComparing(ContextTerm::term)).limit(MOST)
                .toList();
    }

    private static String said(CaseResult result) {
        return PlainText.of(String.join("\n", result.turns().map(Turn::heard).flatMap(Stream::ofNullable)
                .map(heard -> heard.text()).toList()));
    }

    private static boolean isTelling(String term) {
        return term.length() >= SHORTEST || term.chars().anyMatch(each -> each > 0x7F);
    }
}
