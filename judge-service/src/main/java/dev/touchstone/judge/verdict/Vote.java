package dev.touchstone.judge.verdict;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One juror's vote on one answer.
 *
 * @param verdict null where the juror abstained
 * @param score 0 to 100, null where the juror abstained
 */
@RegisterForReflection
public record Vote(String juror, Mechanism mechanism, @Nullable Verdict verdict, @Nullable Double score,
        boolean criticalSafety) {

    static Vote of(Opinion opinion, VerdictPolicy policy) {
        return switch (opinion) {
            case Opinion.Abstained abstained -> new Vote(abstained.juror(), abstained.mechanism(), null, null, false);
            case Opinion.Recused recused -> throw new IllegalArgumentException("Who is recused has no vote");
            case Opinion.Scored scored -> of(scored, policy);
        };
    }

    private static Vote of(Opinion.Scored scored, VerdictPolicy policy) {
        Optional<Double> total = scored.scores().total();
        Verdict verdict = scored.criticalSafety() ? Verdict.REJECT
                : total.map(score -> verdict(score, policy)).orElse(null);
        return new Vote(scored.juror(), scored.mechanism(), verdict, total.orElse(null), scored.criticalSafety());
    }

    private static Verdict verdict(double score, VerdictPolicy policy) {
        if (score < policy.rejectBelow()) {
            return Verdict.REJECT;
        }
        return score >= policy.approveFrom() ? Verdict.APPROVE : Verdict.MANUAL;
    }

    boolean isCast() {
        return verdict != null;
    }

    boolean is(Verdict other) {
        return verdict == other;
    }
}
