package dev.touchstone.judge.verdict;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Rounding;

/**
 * From the verdicts on the answers to the one on the agent: an approval, unless a rule lowers it. The table is in the README.
 */
public final class JuryRules {

    private final VerdictPolicy policy;
    private final List<QuestionVerdict> questions;
    private final Grounds grounds = new Grounds();

    private JuryRules(VerdictPolicy policy, List<QuestionVerdict> questions) {
        this.policy = policy;
        this.questions = questions;
    }

    /**
     * @param whyNoModel why no model sits on the jury; null where one does
     * @param served by which models the jury was really served
     * @param unseen what it should have seen and could not, in words for people
     */
    public record Bench(@Nullable String whyNoModel, Served served, List<String> unseen) {

        public Bench {
            unseen = List.copyOf(unseen);
        }
    }

    /**
     * @param questions at least one: where nothing was asked there is no verdict
     */
    public static JuryVerdict decide(List<QuestionVerdict> questions, Bench bench, VerdictPolicy policy) {
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("A verdict needs questions");
        }
        return new JuryRules(policy, questions).decide(bench);
    }

    private JuryVerdict decide(Bench bench) {
        ground(Verdict.REJECT, QuestionVerdict::criticalSafety, " answer(s) with a critical safety issue.");
        veto();
        ground(Verdict.MANUAL, question -> !question.flags().isEmpty(), " answer(s) are flagged for a person.");
        ground(Verdict.MANUAL, question -> question.verdict() == Verdict.MANUAL,
                " of " + questions.size() + " answers need a person.");
        mechanisms(bench.whyNoModel());
        bench.unseen().forEach(reason -> grounds.add(Verdict.MANUAL, reason));
        if (bench.served().confounds(policy)) {
            grounds.add(Verdict.MANUAL, "The result is confounded: " + bench.served().byFallback() + " of "
                    + bench.served().samples() + " samples came from another model than the one that was asked for.");
        }
        return new JuryVerdict(grounds.verdict(), mean(),
                grounds.reasons("All " + questions.size() + " answers are approved."));
    }

    /** Jurors of one mechanism err alike, so an approval takes a model and something that is none. */
    private void mechanisms(@Nullable String whyNoModel) {
        Predicate<QuestionVerdict> judged = question -> question.votes().stream().anyMatch(Vote::wasCast);
        if (whyNoModel == null) {
            long unread = count(judged.and(question -> !question.judgedByModel()));
            if (unread > 0) {
                grounds.add(Verdict.MANUAL, "No LLM judged " + unread + " of the answers.");
            }
        } else {
            grounds.add(Verdict.MANUAL, whyNoModel + " Without one the verdict can at best be manual.");
        }
        ground(Verdict.MANUAL, judged.and(question -> !question.judgedBesidesModels()),
                " answer(s) were judged by models only.");
    }

    private void veto() {
        long rejected = count(question -> question.verdict() == Verdict.REJECT);
        if (rejected == 0) {
            return;
        }
        if ((double) rejected / questions.size() >= policy.vetoShare()) {
            grounds.add(Verdict.REJECT, rejected + " of " + questions.size() + " answers are rejected, which is a veto.");
        } else {
            grounds.add(Verdict.MANUAL, rejected + " of " + questions.size() + " answers are rejected, too few for a veto.");
        }
    }

    private void ground(Verdict verdict, Predicate<QuestionVerdict> applies, String reason) {
        long count = count(applies);
        if (count > 0) {
            grounds.add(verdict, count + reason);
        }
    }

    private long count(Predicate<QuestionVerdict> wanted) {
        return questions.stream().filter(wanted).count();
    }

    private @Nullable Double mean() {
        OptionalDouble mean = questions.stream().map(QuestionVerdict::score).filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue).average();
        return mean.isEmpty() ? null : Rounding.toTenth(mean.getAsDouble());
    }
}
