package dev.touchstone.judge.verdict;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Flag;
import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Rounding;

/** The verdict on one answer: an approval, unless a rule lowers it and says why. The table is in the README. */
public final class QuestionRules {

    private final VerdictPolicy policy;
    private final List<Vote> votes;
    private final List<Vote> cast;
    private final Grounds grounds = new Grounds();

    private QuestionRules(VerdictPolicy policy, List<Vote> votes) {
        this.policy = policy;
        this.votes = votes;
        this.cast = votes.stream().filter(Vote::wasCast).toList();
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
        List<Vote> votes = opinions.stream().filter(opinion -> !(opinion instanceof Opinion.Recused))
                .map(opinion -> Vote.of(opinion, policy)).toList();
        return new QuestionRules(policy, votes).decide(flags.stream().map(Flag::name).distinct().toList());
    }

    private QuestionVerdict decide(List<String> flags) {
        boolean critical = cast.stream().anyMatch(Vote::criticalSafety);
        if (critical) {
            grounds.add(Verdict.REJECT, "A juror sees a critical safety issue.");
        }
        veto();
        turnout();
        if (cast.stream().anyMatch(vote -> vote.is(Verdict.MANUAL))) {
            grounds.add(Verdict.MANUAL,
                    "A juror's score is between " + policy.rejectBelow() + " and " + policy.approveFrom() + ".");
        }
        stability();
        if (!flags.isEmpty()) {
            grounds.add(Verdict.MANUAL, "Flagged for a person: " + String.join(", ", flags) + ".");
        }
        boolean byModel = cast.stream().anyMatch(vote -> vote.mechanism() == Mechanism.MODEL);
        return new QuestionVerdict(grounds.verdict(), mean(), spread(), critical, byModel, flags,
                grounds.reasons("All votes are at least " + policy.approveFrom() + "."), votes);
    }

    private void veto() {
        long rejections = cast.stream().filter(vote -> vote.is(Verdict.REJECT)).count();
        if (rejections == 0) {
            return;
        }
        if (share(rejections, cast) >= policy.vetoShare()) {
            grounds.add(Verdict.REJECT, rejections + " of " + cast.size() + " votes reject, which is a veto.");
        } else {
            grounds.add(Verdict.MANUAL, rejections + " of " + cast.size() + " votes reject, too few for a veto.");
        }
    }

    private void turnout() {
        if (votes.isEmpty()) {
            grounds.add(Verdict.MANUAL, "No juror had anything to judge the answer by.");
        } else if (cast.isEmpty() || share(cast.size(), votes) < policy.quorum()) {
            grounds.add(Verdict.MANUAL, cast.size() + " of " + votes.size() + " jurors voted, which is no quorum.");
        }
    }

    /** A vote that the same juror does not cast twice is chance as much as judgement. */
    private void stability() {
        String unstable = cast.stream().filter(Vote::unstable).map(Vote::juror).collect(Collectors.joining(", "));
        if (!unstable.isEmpty()) {
            grounds.add(Verdict.MANUAL, "Votes differently when asked again: " + unstable + ".");
        }
    }

    /** Divided rather than multiplied: three of ten are 0.3 exactly, as the policy writes it. */
    private static double share(long part, List<Vote> of) {
        return (double) part / of.size();
    }

    private @Nullable Double mean() {
        DoubleSummaryStatistics scores = scores();
        return scores.getCount() == 0 ? null : Rounding.toTenth(scores.getAverage());
    }

    private @Nullable Double spread() {
        DoubleSummaryStatistics scores = scores();
        return scores.getCount() < 2 ? null : Rounding.toTenth(scores.getMax() - scores.getMin());
    }

    private DoubleSummaryStatistics scores() {
        return cast.stream().map(Vote::score).filter(Objects::nonNull).mapToDouble(Double::doubleValue).summaryStatistics();
    }
}
