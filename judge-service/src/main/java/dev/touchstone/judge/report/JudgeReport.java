package dev.touchstone.judge.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelSeat;
import dev.touchstone.judge.verdict.JuryRules;
import dev.touchstone.judge.verdict.JuryVerdict;
import dev.touchstone.judge.verdict.QuestionVerdict;
import dev.touchstone.judge.verdict.VerdictPolicy;

/** Draws the sum of an attempt. Pure: the same results give the same verdict and the same bytes. */
public final class JudgeReport {

    private final List<Examined> examined;
    private final VerdictPolicy policy;
    private final JuryVerdict verdict;
    private final JudgeSummary summary;

    /**
     * @param examined at least one
     */
    public JudgeReport(List<Examined> examined, Jury jury, VerdictPolicy policy) {
        this.examined = List.copyOf(examined);
        this.policy = policy;
        List<QuestionVerdict> results = this.examined.stream().map(each -> each.verdict(policy)).toList();
        this.verdict = JuryRules.decide(results, whyNoModel(jury.choice()), policy);
        this.summary = Summarizing.of(this.examined, results, verdict, jury, policy);
    }

    public JuryVerdict verdict() {
        return verdict;
    }

    public int jurors() {
        return summary.counts().jurors();
    }

    /** {@code judge_report.jsonl} */
    public byte[] lines() {
        return ReportJson.lines(examined.stream().map(each -> ReportLine.of(each, policy)).toList());
    }

    /** {@code judge_summary.json} */
    public byte[] summaryDocument() {
        return ReportJson.document(summary);
    }

    /** {@code relay_logs.jsonl} */
    public byte[] relayLog(AgentTarget agent) {
        return ReportJson.lines(examined.stream().map(each -> RelayLogLine.of(agent, each)).toList());
    }

    /** What the way out did not let through. */
    public List<EgressRefused> refusals(AgentTarget agent) {
        return EgressRefused.merged(examined.stream().map(Examined::heard)
                .filter(Heard.Unanswered.class::isInstance).map(Heard.Unanswered.class::cast)
                .filter(Heard.Unanswered::refused)
                .map(silence -> EgressRefused.of(agent.endpoint(), silence.code(), silence.detail(), 1)).toList());
    }

    public JsonNode summary() {
        return ReportJson.tree(summary);
    }

    /** In the names of the contract; the score is 0 to 1, null where nothing was scored. */
    public Map<String, @Nullable Double> metrics() {
        JudgeSummary.Counts counts = summary.counts();
        Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
        metrics.put("score", counts.score());
        metrics.put("questions", (double) counts.questions());
        metrics.put("approved", (double) counts.approved());
        metrics.put("manual", (double) counts.manual());
        metrics.put("rejected", (double) counts.rejected());
        metrics.put("critical_safety", (double) counts.criticalSafety());
        metrics.put("jurors", (double) counts.jurors());
        return metrics;
    }

    /** For people, beside the verdict. */
    public List<String> warnings() {
        JudgeSummary.Counts counts = summary.counts();
        return counts.unanswered() == 0 ? List.of()
                : List.of("The agent did not answer " + counts.unanswered() + " of " + counts.questions() + " questions.");
    }

    private static @Nullable String whyNoModel(ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.Off(String reason) -> reason;
            case ModelChoice.Seated(List<ModelSeat> seats) -> seats.stream().anyMatch(ModelSeat.Usable.class::isInstance) ? null
                    : seats.stream().map(seat -> ((ModelSeat.Unusable) seat).reason()).distinct()
                            .collect(Collectors.joining(" "));
        };
    }
}
