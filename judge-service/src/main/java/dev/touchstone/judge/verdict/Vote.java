package dev.touchstone.judge.verdict;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Scores;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One juror's vote on one answer.
 *
 * @param verdict null where the juror abstained
 * @param score 0 to 100, null where the juror abstained
 * @param unstable whether the juror's own samples vote differently
 */
@RegisterForReflection
public record Vote(String juror, Mechanism mechanism, @Nullable Verdict verdict, @Nullable Double score,
        boolean criticalSafety, boolean unstable) {

    static Vote of(Opinion opinion, VerdictPolicy policy) {
        return switch (opinion) {
            case Opinion.Abstained abstained ->
                new Vote(abstained.juror(), abstained.mechanism(), null, null, false, false);
            case Opinion.Recused recused -> throw new IllegalArgumentException("Who is recused has no vote");
            case Opinion.Scored scored -> of(scored, policy);
        };
    }

    private static Vote of(Opinion.Scored scored, VerdictPolicy policy) {
        return new Vote(scored.juror(), scored.mechanism(),
                policy.vote(scored.scores(), scored.criticalSafety()).orElse(null), scored.scores().total().orElse(null),
                scored.criticalSafety(), isUnstable(scored, policy));
    }

    private static boolean isUnstable(Opinion.Scored scored, VerdictPolicy policy) {
        return scored.samples().stream().map(sample -> vote(sample, policy)).filter(Objects::nonNull).distinct()
                .count() > 1;
    }

    private static @Nullable Verdict vote(Sample sample, VerdictPolicy policy) {
        Scores scores = sample.scores();
        return scores == null ? null : policy.vote(scores, sample.criticalSafety()).orElse(null);
    }

    public boolean wasCast() {
        return verdict != null;
    }

    boolean is(Verdict other) {
        return verdict == other;
    }
}
