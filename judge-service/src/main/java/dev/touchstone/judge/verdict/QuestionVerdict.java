package dev.touchstone.judge.verdict;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The verdict on one answer.
 *
 * @param score mean of the votes' scores, null where nobody scored
 * @param spread between the highest and the lowest score, null with fewer than two
 * @param judgedByModel whether a model's vote is among them
 * @param votes of all seated jurors, empty where the agent did not answer
 */
@RegisterForReflection
public record QuestionVerdict(Verdict verdict, @Nullable Double score, @Nullable Double spread, boolean criticalSafety,
        boolean judgedByModel, List<String> flags, List<String> reasons, List<Vote> votes) {

    public QuestionVerdict {
        flags = List.copyOf(flags);
        reasons = List.copyOf(reasons);
        votes = List.copyOf(votes);
    }
}
