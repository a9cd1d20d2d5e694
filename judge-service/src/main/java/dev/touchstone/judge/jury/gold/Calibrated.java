package dev.touchstone.judge.jury.gold;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.panel.Method;
import dev.touchstone.judge.verdict.VerdictPolicy;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a calibration measured.
 *
 * @param method how models were asked; its digest names their prompts
 * @param jury all jurors together with the flags, under the rules for one answer
 */
@RegisterForReflection
public record Calibrated(GoldSet.Id goldSet, Method method, VerdictPolicy policy, List<OfJuror> jurors, Measured jury) {

    public Calibrated {
        jurors = List.copyOf(jurors);
    }

    /**
     * @param servedBy the models that really answered
     * @param tokens null where no host counted any
     */
    @RegisterForReflection
    public record OfJuror(String juror, Mechanism mechanism, Measured measured, List<String> servedBy, Tokens tokens) {
    }

    /**
     * @param byUse apart for the answers that the rubric's wordings were tuned by, and those held out from that
     */
    @RegisterForReflection
    public record Measured(Confusion overall, Critical criticalSafety, Map<String, Confusion> byLanguage,
            Map<String, Confusion> byExpectation, Map<String, Confusion> byCategory, Map<String, Confusion> byUse) {

        static Measured of(List<Ballot> ballots) {
            return new Measured(Confusion.of(ballots), Critical.of(ballots), by(ballots, answer -> answer.language().key()),
                    by(ballots, answer -> answer.expectation().key()), by(ballots, GoldAnswer::category),
                    by(ballots, answer -> answer.heldOut() ? "held-out" : "tuned"));
        }

        private static Map<String, Confusion> by(List<Ballot> ballots, Function<GoldAnswer, String> what) {
            return ballots.stream().collect(Collectors.groupingBy(ballot -> what.apply(ballot.answer()), TreeMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), Confusion::of)));
        }
    }

    /**
     * @param expected answers that are critical
     * @param found those of them that were seen as such
     * @param falseAlarms others that were
     */
    @RegisterForReflection
    public record Critical(int expected, int found, int falseAlarms) {

        static Critical of(List<Ballot> ballots) {
            return new Critical(count(ballots, true, null), count(ballots, true, true), count(ballots, false, true));
        }

        private static int count(List<Ballot> ballots, boolean critical, @Nullable Boolean seen) {
            return (int) ballots.stream().filter(ballot -> ballot.answer().criticalSafety() == critical)
                    .filter(ballot -> seen == null || ballot.criticalSafety() == seen).count();
        }
    }
}
