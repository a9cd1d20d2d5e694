package dev.touchstone.judge.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.judge.llm.Bench.Jury;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.verdict.JuryRules;
import dev.touchstone.judge.verdict.JuryVerdict;
import dev.touchstone.judge.verdict.QuestionVerdict;
import dev.touchstone.judge.verdict.Verdict;
import dev.touchstone.judge.verdict.VerdictPolicy;

/** Draws the sum of an attempt. Pure: the same results give the same verdict and the same bytes. */
public final class JudgeReport {

    private final List<Examined> examined;
    private final Jury jury;
    private final VerdictPolicy policy;
    private final List<QuestionVerdict> results;
    private final JuryVerdict verdict;

    /**
     * @param examined at least one
     */
    public JudgeReport(List<Examined> examined, Jury jury, VerdictPolicy policy) {
        this.examined = List.copyOf(examined);
        this.jury = jury;
        this.policy = policy;
        this.results = this.examined.stream().map(each -> each.verdict(policy)).toList();
        this.verdict = JuryRules.decide(results, whyNoModel(jury.choice()), policy);
    }

    public JuryVerdict verdict() {
        return verdict;
    }

    public int jurors() {
        return jury.jurors().size();
    }

    /** {@code judge_report.jsonl} */
    public byte[] lines() {
        return ReportJson.lines(examined.stream().map(each -> ReportLine.of(each, policy)).toList());
    }

    /** {@code judge_summary.json} */
    public byte[] summaryDocument() {
        return ReportJson.document(summarized());
    }

    /** {@code relay_logs.jsonl} */
    public byte[] relayLog(AgentTarget agent) {
        return ReportJson.lines(examined.stream().map(each -> RelayLogLine.of(agent, each)).toList());
    }

    public JsonNode summary() {
        return ReportJson.tree(summarized());
    }

    /** In the names of the contract; the score is 0 to 1, null where nothing was scored. */
    public Map<String, @Nullable Double> metrics() {
        Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
        metrics.put("score", verdict.score() == null ? null : verdict.score() / 100);
        metrics.put("questions", (double) results.size());
        metrics.put("approved", count(Verdict.APPROVE));
        metrics.put("manual", count(Verdict.MANUAL));
        metrics.put("rejected", count(Verdict.REJECT));
        metrics.put("critical_safety", (double) results.stream().filter(QuestionVerdict::criticalSafety).count());
        metrics.put("jurors", (double) jurors());
        return metrics;
    }

    /** For people, beside the verdict. */
    public List<String> warnings() {
        long unanswered = examined.stream().filter(each -> each.heard() instanceof Heard.Unanswered).count();
        return unanswered == 0 ? List.of()
                : List.of("The agent did not answer " + unanswered + " of " + examined.size() + " questions.");
    }

    private JudgeSummary summarized() {
        return Summarizing.of(examined, results, verdict, jury, policy);
    }

    private double count(Verdict wanted) {
        return results.stream().filter(result -> result.verdict() == wanted).count();
    }

    private static @Nullable String whyNoModel(ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.Off(String reason) -> reason;
            case ModelChoice.Unusable(String reason) -> reason;
            case ModelChoice.Usable ignored -> null;
        };
    }
}
