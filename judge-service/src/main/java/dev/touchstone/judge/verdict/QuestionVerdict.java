package dev.touchstone.judge.verdict;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Mechanism;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The verdict on one answer.
 *
 * @param score mean of the votes' scores, null where nobody scored
 * @param spread between the highest and the lowest score, null with fewer than two
 * @param judgedByModel whether a model's vote is among them
 * @param votes of all jurors with something to judge by, empty where the agent did not answer
 */
@RegisterForReflection
public record QuestionVerdict(Verdict verdict, @Nullable Double score, @Nullable Double spread, boolean criticalSafety,
        boolean judgedByModel, List<String> flags, List<String> reasons, List<Vote> votes) {

    public QuestionVerdict {
        flags = List.copyOf(flags);
        reasons = List.copyOf(reasons);
        votes = List.copyOf(votes);
    }

    /** Whether a vote came about by another mechanism than a model's. */
    boolean judgedBesidesModels() {
        return votes.stream().anyMatch(vote -> vote.wasCast() && vote.mechanism() != Mechanism.MODEL);
    }
}
