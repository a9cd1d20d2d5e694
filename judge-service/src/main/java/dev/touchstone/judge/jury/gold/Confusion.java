package dev.touchstone.judge.jury.gold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Rounding;
import dev.touchstone.judge.jury.gold.Ballot.Said;
import dev.touchstone.judge.verdict.Verdict;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How what was said compares with the verdicts that the answers deserve. A figure is null where it is not defined.
 *
 * @param answers of the gold set that were judged
 * @param votes those that came to a verdict
 * @param matrix by the deserved verdict, then by what was said: how many
 * @param exactAgreement the share of the votes that are the deserved verdict
 * @param kappa Cohen's kappa of the votes and the deserved verdicts: 1 is agreement, 0 what chance would give
 * @param meanDistance between vote and deserved verdict, where approve and reject are 2 apart and manual stands between them
 */
@RegisterForReflection
public record Confusion(int answers, int votes, Map<String, Map<String, Integer>> matrix, @Nullable Double exactAgreement,
        @Nullable Double kappa, @Nullable Double meanDistance, Rates approve, Rates reject) {

    /**
     * @param precision of those that were said to be so, the share that is
     * @param recall of those that are so, the share that was said to be; who abstained missed it, who was recused did not
     */
    @RegisterForReflection
    public record Rates(@Nullable Double precision, @Nullable Double recall) {
    }

    static Confusion of(List<Ballot> ballots) {
        List<Ballot> votes = ballots.stream().filter(ballot -> ballot.said().isVerdict()).toList();
        return new Confusion(ballots.size(), votes.size(), matrix(ballots), share(votes, Confusion::isExact), kappa(votes),
                meanDistance(votes), rates(ballots, Verdict.APPROVE), rates(ballots, Verdict.REJECT));
    }

    private static Map<String, Map<String, Integer>> matrix(List<Ballot> ballots) {
        Map<String, Map<String, Integer>> matrix = new LinkedHashMap<>();
        for (Verdict expected : Verdict.values()) {
            Map<String, Integer> row = new LinkedHashMap<>();
            for (Said said : Said.values()) {
                row.put(said.key(), (int) ballots.stream()
                        .filter(ballot -> ballot.answer().expected() == expected && ballot.said() == said).count());
            }
            matrix.put(expected.key(), row);
        }
        return matrix;
    }

    private static boolean isExact(Ballot ballot) {
        return ballot.said() == Said.of(ballot.answer().expected());
    }

    private static Rates rates(List<Ballot> ballots, Verdict of) {
        List<Ballot> saidSo = ballots.stream().filter(ballot -> ballot.said() == Said.of(of)).toList();
        List<Ballot> areSo = ballots.stream()
                .filter(ballot -> ballot.answer().expected() == of && ballot.said() != Said.RECUSED).toList();
        return new Rates(share(saidSo, Confusion::isExact), share(areSo, Confusion::isExact));
    }

    /**
     * @see <a href="https://doi.org/10.1177/001316446002000104">Cohen, A Coefficient of Agreement for Nominal Scales (1960)</a>
     */
    private static @Nullable Double kappa(List<Ballot> votes) {
        double chance = 0;
        for (Verdict verdict : Verdict.values()) {
            double deserved = votes.stream().filter(vote -> vote.answer().expected() == verdict).count();
            double said = votes.stream().filter(vote -> vote.said() == Said.of(verdict)).count();
            chance += votes.isEmpty() ? 0 : deserved / votes.size() * said / votes.size();
        }
        double seen = votes.stream().filter(Confusion::isExact).count() / (double) Math.max(1, votes.size());
        return votes.isEmpty() || chance >= 1 ? null : Rounding.toThousandth((seen - chance) / (1 - chance));
    }

    private static @Nullable Double meanDistance(List<Ballot> votes) {
        return votes.isEmpty() ? null
                : Rounding.toThousandth(votes.stream()
                        .mapToInt(vote -> vote.said().distanceTo(Said.of(vote.answer().expected())))
                        .average()
                        .orElseThrow());
    }

    private static @Nullable Double share(List<Ballot> of, Predicate<Ballot> which) {
        return of.isEmpty() ? null : Rounding.toThousandth((double) of.stream().filter(which).count() / of.size());
    }
}
