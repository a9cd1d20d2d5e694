package dev.touchstone.judge.verdict.agreement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.touchstone.judge.jury.Rounding;
import dev.touchstone.judge.verdict.QuestionVerdict;
import dev.touchstone.judge.verdict.Vote;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** How far the jurors agree. Every figure is null where it is not defined. */
@RegisterForReflection
public record Agreement(@JsonUnwrapped OfVotes votes, @JsonUnwrapped OfScores scores) {

    /**
     * @param alpha Krippendorff's, of the votes as ranks from reject to approve, over the answers with two votes or more
     * @param interval of alpha
     * @param fleissKappa of the votes, over the answers on which every juror voted that voted at all
     * @param fleissAnswers how many these are
     */
    @RegisterForReflection
    public record OfVotes(@Nullable Double alpha, @Nullable Interval interval, @Nullable Double fleissKappa,
            int fleissAnswers) {
    }

    /**
     * @param alphaOfScores Krippendorff's, of the scores as figures
     * @param meanSpread between the highest and the lowest score of an answer, of 100
     * @param maxSpread the widest of them
     * @param effectiveJurors how many independent jurors the jury is worth
     * @param correlation of the jurors' scores, mean over the pairs of jurors
     */
    @RegisterForReflection
    public record OfScores(@Nullable Double alphaOfScores, @Nullable Double meanSpread, @Nullable Double maxSpread,
            @Nullable Double effectiveJurors, @Nullable Double correlation) {
    }

    public static Agreement of(List<QuestionVerdict> questions, Resampling resampling) {
        return new Agreement(ofVotes(questions, resampling), ofScores(questions));
    }

    private static OfVotes ofVotes(List<QuestionVerdict> questions, Resampling resampling) {
        List<List<Double>> ranks = questions.stream().map(question -> cast(question).stream().map(Agreement::rank).toList())
                .filter(unit -> unit.size() > 1).toList();
        OptionalDouble alpha = Alpha.of(ranks, Difference.ORDINAL);
        Interval interval = alpha.isEmpty() ? null
                : resampling.interval(ranks, drawn -> Alpha.of(drawn, Difference.ORDINAL)).orElse(null);
        int voters = jurors(questions).size();
        List<List<Double>> full = ranks.stream().filter(unit -> unit.size() == voters).toList();
        return new OfVotes(shown(alpha), interval, shown(FleissKappa.of(full)), full.size());
    }

    private static OfScores ofScores(List<QuestionVerdict> questions) {
        List<List<Double>> scores = questions.stream()
                .map(question -> question.votes().stream().map(Vote::score).filter(Objects::nonNull).toList()).toList();
        List<Double> spreads = questions.stream().map(QuestionVerdict::spread).filter(Objects::nonNull).toList();
        EffectiveJury effective = EffectiveJury.of(jurors(questions).stream()
                .map(juror -> questions.stream().map(question -> score(question, juror)).toList()).toList());
        return new OfScores(shown(Alpha.of(scores, Difference.INTERVAL)), mean(spreads),
                spreads.stream().max(Double::compare).orElse(null), effective.jurors(), effective.correlation());
    }

    /** Those that voted on an answer at least. */
    private static Set<String> jurors(List<QuestionVerdict> questions) {
        Set<String> jurors = new LinkedHashSet<>();
        questions.forEach(question -> cast(question).forEach(vote -> jurors.add(vote.juror())));
        return jurors;
    }

    private static List<Vote> cast(QuestionVerdict question) {
        return question.votes().stream().filter(Vote::wasCast).toList();
    }

    /** Only their order counts. */
    private static double rank(Vote vote) {
        return switch (Objects.requireNonNull(vote.verdict())) {
            case REJECT -> 0;
            case MANUAL -> 1;
            case APPROVE -> 2;
        };
    }

    private static @Nullable Double score(QuestionVerdict question, String juror) {
        return question.votes().stream().filter(vote -> vote.juror().equals(juror)).map(Vote::score)
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable Double mean(List<Double> spreads) {
        OptionalDouble mean = spreads.stream().mapToDouble(Double::doubleValue).average();
        return mean.isEmpty() ? null : Rounding.toTenth(mean.getAsDouble());
    }

    private static @Nullable Double shown(OptionalDouble figure) {
        return figure.isEmpty() ? null : Rounding.toThousandth(figure.getAsDouble());
    }
}
