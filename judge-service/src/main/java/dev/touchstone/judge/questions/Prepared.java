package dev.touchstone.judge.questions;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What an attempt asks, and what could not be seen when that was decided.
 *
 * @param unseen findings of earlier stages that could not be read, in words for people: a jury that did not see them cannot
 *        approve
 * @param remarks for people, of no weight
 */
@RegisterForReflection
public record Prepared(List<Question> questions, List<String> unseen, List<String> remarks) {

    public Prepared {
        questions = List.copyOf(questions);
        unseen = List.copyOf(unseen);
        remarks = List.copyOf(remarks);
    }
}
