package dev.touchstone.judge.jury.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.touchstone.judge.jury.Span;
import dev.touchstone.judge.questions.Question;

/** Which words of the question and of the card come up in an answer where the agent does not decline or send away. */
final class Topic {

    private final String text;
    private final Set<String> asked;
    private final Set<String> all;
    private final List<Terms.Term> shared;
    private final int sharedWords;

    Topic(Question question, String text, List<Clause> clauses) {
        this.text = text;
        this.asked = Terms.of(question.text());
        this.all = Terms.of(question.topic() + " " + question.text());
        this.shared = shared(clauses);
        this.sharedWords = Terms.words(shared, text);
    }

    private List<Terms.Term> shared(List<Clause> clauses) {
        List<Terms.Term> found = new ArrayList<>();
        for (Clause clause : clauses) {
            if (!clause.is(Act.REFUSES) && !clause.is(Act.HANDS_BACK)) {
                Terms.in(text.substring(clause.start(), clause.end())).stream().filter(term -> all.contains(term.value()))
                        .map(term -> new Terms.Term(term.value(), term.start() + clause.start(), term.end() + clause.start()))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** How many words there are to share. */
    int size() {
        return all.size();
    }

    int sharedWords() {
        return sharedWords;
    }

    Optional<Span> firstShared() {
        return shared.stream().findFirst().map(term -> Span.of(text, term.start(), term.end()));
    }

    /** Whether a word of the question itself comes up, and not only one of the card. */
    boolean takesUpTheQuestion() {
        return shared.stream().anyMatch(term -> asked.contains(term.value()));
    }

    /** In any clause, since limits are told by declining. */
    boolean isTouched() {
        return Terms.of(text).stream().anyMatch(all::contains);
    }
}
