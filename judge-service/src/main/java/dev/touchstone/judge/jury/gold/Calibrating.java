package dev.touchstone.judge.jury.gold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.verdict.QuestionRules;
import dev.touchstone.judge.verdict.QuestionVerdict;
import dev.touchstone.judge.verdict.VerdictPolicy;

/** Lets a jury judge the gold set as it would judge an agent, and compares. */
final class Calibrating {

    private final Jury jury;
    private final VerdictPolicy policy;
    private final Map<String, List<Opinion>> opinions = new LinkedHashMap<>();
    private final Map<String, List<Ballot>> ballots = new LinkedHashMap<>();
    private final List<Ballot> together = new ArrayList<>();

    private Calibrating(Jury jury, VerdictPolicy policy) {
        this.jury = jury;
        this.policy = policy;
    }

    /**
     * @param longest of an answer that is judged, in UTF-16 units
     * @throws InterruptedException if the calibration was given up
     */
    static Calibrated run(GoldSet gold, Jury jury, VerdictPolicy policy, int longest) throws InterruptedException {
        Calibrating calibrating = new Calibrating(jury, policy);
        for (GoldAnswer answer : gold.answers()) {
            calibrating.judge(answer, answer.exhibit(longest));
        }
        return calibrating.result(gold.id());
    }

    private void judge(GoldAnswer answer, Exhibit exhibit) throws InterruptedException {
        List<Opinion> given = jury.judge(exhibit);
        for (Opinion opinion : given) {
            opinions.computeIfAbsent(opinion.juror(), ignored -> new ArrayList<>()).add(opinion);
            ballots.computeIfAbsent(opinion.juror(), ignored -> new ArrayList<>())
                    .add(Ballot.of(answer, opinion, policy));
        }
        QuestionVerdict verdict = QuestionRules.decide(given, exhibit.answer().flags(), policy);
        together.add(new Ballot(answer, Ballot.Said.of(verdict.verdict()), verdict.criticalSafety()));
    }

    private Calibrated result(GoldSet.Id gold) {
        return new Calibrated(gold, jury.method(), policy, jury.jurors().stream().map(this::ofJuror).toList(),
                Calibrated.Measured.of(together));
    }

    private Calibrated.OfJuror ofJuror(Juror juror) {
        List<Sample> samples = opinions.getOrDefault(juror.name(), List.of()).stream()
                .flatMap(opinion -> opinion.samples().stream()).toList();
        List<String> servedBy = samples.stream().map(Sample::servedBy).filter(Objects::nonNull).distinct().sorted().toList();
        return new Calibrated.OfJuror(juror.name(), juror.mechanism(),
                Calibrated.Measured.of(ballots.getOrDefault(juror.name(), List.of())), servedBy,
                new Tokens(sum(samples, Tokens::input), sum(samples, Tokens::output)));
    }

    /** Null where no host counted. */
    private static @Nullable Long sum(List<Sample> samples, Function<Tokens, @Nullable Long> which) {
        Stream<Long> counts = samples.stream().flatMap(sample -> sample.exchanges().stream())
                .map(exchange -> which.apply(exchange.tokens())).filter(Objects::nonNull);
        return counts.reduce(Long::sum).orElse(null);
    }
}
