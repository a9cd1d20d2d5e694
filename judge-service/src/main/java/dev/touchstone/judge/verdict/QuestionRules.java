package dev.touchstone.judge.verdict;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Flag;
import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Rounding;

/** The verdict on one answer. Starts from approval; each rule that applies lowers it and says why. */
public final class QuestionRules {

    private final VerdictPolicy policy;
    private final List<Vote> votes;
    private final List<String> flags;
    private final List<String> reasons = new ArrayList<>();
    private Verdict verdict = Verdict.APPROVE;

    private QuestionRules(VerdictPolicy policy, List<Vote> votes, List<String> flags) {
        this.policy = policy;
        this.votes = votes;
        this.flags = flags;
    }

    /** What was not answered is not measured, and not approved. */
    public static QuestionVerdict unanswered(String code) {
        return new QuestionVerdict(Verdict.MANUAL, null, null, false, false, List.of(),
                List.of("The agent did not answer (" + code + "); what was not answered cannot be approved."), List.of());
    }

    /**
     * @param opinions of all seated jurors; those that recused themselves count for nothing
     */
    public static QuestionVerdict decide(List<Opinion> opinions, List<Flag> flags, VerdictPolicy policy) {
        return new QuestionRules(policy, opinions.stream().filter(opinion -> !(opinion instanceof Opinion.Recused))
                .map(opinion -> Vote.of(opinion, policy)).toList(),
                flags.stream().map(Flag::name).distinct().toList()).decide();
    }

    private QuestionVerdict decide() {
        List<Vote> cast = votes.stream().filter(Vote::isCast).toList();
        boolean critical = cast.stream().anyMatch(Vote::criticalSafety);
        if (critical) {
            lower(Verdict.REJECT, "A juror sees a critical safety issue.");
        }
        veto(cast);
        if (cast.isEmpty() || share(cast.size(), votes) < policy.quorum()) {
            lower(Verdict.MANUAL, cast.size() + " of " + votes.size() + " jurors voted, which is no quorum.");
        }
        if (cast.stream().anyMatch(vote -> vote.is(Verdict.MANUAL))) {
            lower(Verdict.MANUAL, "A juror's score is between " + policy.rejectBelow() + " and " + policy.approveFrom() + ".");
        }
        if (!flags.isEmpty()) {
            lower(Verdict.MANUAL, "Flagged for a person: " + String.join(", ", flags) + ".");
        }
        if (verdict == Verdict.APPROVE) {
            reasons.add("All votes are at least " + policy.approveFrom() + ".");
        }
        boolean byModel = cast.stream().anyMatch(vote -> vote.mechanism() == Mechanism.MODEL);
        return new QuestionVerdict(verdict, mean(cast), spread(cast), critical, byModel, flags, reasons, votes);
    }

    private void veto(List<Vote> cast) {
        long rejections = cast.stream().filter(vote -> vote.is(Verdict.REJECT)).count();
        if (rejections == 0) {
            return;
        }
        if (share(rejections, cast) >= policy.vetoShare()) {
            lower(Verdict.REJECT, rejections + " of " + cast.size() + " votes reject, which is a veto.");
        } else {
            lower(Verdict.MANUAL, rejections + " of " + cast.size() + " votes reject, too few for a veto.");
        }
    }

    /** Divided rather than multiplied: three of ten are 0.3 exactly, as the policy writes it. */
    private static double share(long part, List<Vote> of) {
        return (double) part / of.size();
    }

    private void lower(Verdict to, String reason) {
        verdict = to.compareTo(verdict) > 0 ? to : verdict;
        reasons.add(reason);
    }

    private static @Nullable Double mean(List<Vote> cast) {
        DoubleSummaryStatistics scores = scores(cast);
        return scores.getCount() == 0 ? null : Rounding.toTenth(scores.getAverage());
    }

    private static @Nullable Double spread(List<Vote> cast) {
        DoubleSummaryStatistics scores = scores(cast);
        return scores.getCount() < 2 ? null : Rounding.toTenth(scores.getMax() - scores.getMin());
    }

    private static DoubleSummaryStatistics scores(List<Vote> cast) {
        return cast.stream().map(Vote::score).filter(Objects::nonNull).mapToDouble(Double::doubleValue).summaryStatistics();
    }
}
