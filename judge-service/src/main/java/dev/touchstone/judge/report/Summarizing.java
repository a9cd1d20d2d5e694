package dev.touchstone.judge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Rounding;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelSeat;
import dev.touchstone.judge.llm.ModelSettings;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.verdict.JuryVerdict;
import dev.touchstone.judge.verdict.QuestionVerdict;
import dev.touchstone.judge.verdict.Verdict;
import dev.touchstone.judge.verdict.VerdictPolicy;

/** Counts what an attempt found. */
final class Summarizing {

    /** Points; scores of a summary are shares of them. */
    static final double ALL = 100;

    private Summarizing() {
    }

    static JudgeSummary of(List<Examined> examined, List<QuestionVerdict> results, JuryVerdict verdict, Jury jury,
            JudgeSummary.Trust trust, VerdictPolicy policy) {
        JudgeSummary.Counts counts = new JudgeSummary.Counts(share(verdict.score()), results.size(),
                count(results, Verdict.APPROVE), count(results, Verdict.MANUAL), count(results, Verdict.REJECT),
                unanswered(examined), (int) results.stream().filter(QuestionVerdict::criticalSafety).count(),
                jury.jurors().size());
        JudgeSummary.Parts parts = new JudgeSummary.Parts(flags(results),
                parts(examined, results, question -> question.perspective().key()),
                parts(examined, results, question -> question.language().key()));
        return new JudgeSummary(verdict.verdict(), counts, verdict.reasons(),
                jury.jurors().stream().map(juror -> SeatSummary.of(juror, examined, results)).toList(), trust,
                Usage.of(JudgeReport.opinions(examined), jury.choice()), parts,
                new JudgeSummary.Terms(llm(jury.choice()), policy, jury.method()));
    }

    private static int unanswered(List<Examined> examined) {
        return (int) examined.stream().filter(each -> each.heard() instanceof Heard.Unanswered).count();
    }

    private static @Nullable Double share(@Nullable Double ofHundred) {
        return ofHundred == null ? null : Rounding.toThousandth(ofHundred / ALL);
    }

    private static int count(List<QuestionVerdict> results, Verdict wanted) {
        return (int) results.stream().filter(result -> result.verdict() == wanted).count();
    }

    private static Map<String, Integer> flags(List<QuestionVerdict> results) {
        Map<String, Integer> flags = new TreeMap<>();
        results.forEach(result -> result.flags().forEach(flag -> flags.merge(flag, 1, Integer::sum)));
        return flags;
    }

    private static Map<String, JudgeSummary.Part> parts(List<Examined> examined, List<QuestionVerdict> results,
            Function<Question, String> key) {
        Map<String, List<QuestionVerdict>> groups = new TreeMap<>();
        for (int i = 0; i < examined.size(); i++) {
            groups.computeIfAbsent(key.apply(examined.get(i).question()), ignored -> new ArrayList<>()).add(results.get(i));
        }
        Map<String, JudgeSummary.Part> parts = new TreeMap<>();
        groups.forEach((name, group) -> parts.put(name, new JudgeSummary.Part(group.size(), share(mean(group)))));
        return parts;
    }

    private static @Nullable Double mean(List<QuestionVerdict> results) {
        OptionalDouble mean = results.stream().map(QuestionVerdict::score).filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue).average();
        return mean.isEmpty() ? null : mean.getAsDouble();
    }

    private static List<JudgeSummary.Llm> llm(ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.Off(String reason) -> List.of(JudgeSummary.Llm.none(null, "off", reason));
            case ModelChoice.Seated(List<ModelSeat> seats) -> seats.stream().map(Summarizing::llm).toList();
        };
    }

    private static JudgeSummary.Llm llm(ModelSeat seat) {
        return switch (seat) {
            case ModelSeat.Unusable(String juror, String reason) -> JudgeSummary.Llm.none(juror, "unusable", reason);
            case ModelSeat.Usable(ModelSettings model) -> new JudgeSummary.Llm(model.juror(), model.dryRun() ? "dry-run" : "on",
                    null, model.provider().key(), model.model(), model.baseUrl().toString(), model.temperature(),
                    model.maxOutputTokens());
        };
    }
}
