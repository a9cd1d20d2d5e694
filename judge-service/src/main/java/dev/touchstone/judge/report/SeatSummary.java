package dev.touchstone.judge.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Rounding;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.verdict.QuestionVerdict;
import dev.touchstone.judge.verdict.Vote;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One seated juror's part in an attempt.
 *
 * @param meanScore over the answers that it scored, 0 to 1; null where it scored none
 * @param servedBy the models that really answered, with how many of the juror's samples each served
 */
@RegisterForReflection
record SeatSummary(String juror, Mechanism mechanism, @JsonUnwrapped Ballot ballot, @Nullable Double meanScore,
        Map<String, Integer> servedBy) {

    /**
     * @param unstable votes that the juror's own samples do not agree on; they count among {@code votes} too
     */
    @RegisterForReflection
    record Ballot(int votes, int abstentions, int recusals, int unstable) {
    }

    static SeatSummary of(Juror juror, List<Examined> examined, List<QuestionVerdict> results) {
        List<Opinion> opinions = examined.stream().flatMap(each -> each.opinions().stream())
                .filter(opinion -> opinion.juror().equals(juror.name())).toList();
        List<Vote> votes = results.stream().flatMap(result -> result.votes().stream())
                .filter(vote -> vote.juror().equals(juror.name())).toList();
        int cast = (int) votes.stream().filter(Vote::wasCast).count();
        int recusals = (int) opinions.stream().filter(Opinion.Recused.class::isInstance).count();
        Ballot ballot = new Ballot(cast, votes.size() - cast, recusals,
                (int) votes.stream().filter(Vote::unstable).count());
        return new SeatSummary(juror.name(), juror.mechanism(), ballot, mean(votes), servedBy(opinions));
    }

    private static @Nullable Double mean(List<Vote> votes) {
        OptionalDouble mean = votes.stream().map(Vote::score).filter(Objects::nonNull).mapToDouble(Double::doubleValue)
                .average();
        return mean.isEmpty() ? null : Rounding.toThousandth(mean.getAsDouble() / Summarizing.ALL);
    }

    private static Map<String, Integer> servedBy(List<Opinion> opinions) {
        Map<String, Integer> served = new TreeMap<>();
        opinions.stream().flatMap(opinion -> opinion.samples().stream()).map(Sample::servedBy).filter(Objects::nonNull)
                .forEach(model -> served.merge(model, 1, Integer::sum));
        return served;
    }
}
