package dev.touchstone.judge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelSeat;
import dev.touchstone.judge.verdict.JuryRules;
import dev.touchstone.judge.verdict.JuryVerdict;
import dev.touchstone.judge.verdict.QuestionVerdict;
import dev.touchstone.judge.verdict.Served;
import dev.touchstone.judge.verdict.VerdictPolicy;
import dev.touchstone.judge.verdict.agreement.Agreement;
import dev.touchstone.judge.verdict.agreement.PositionBias;
import dev.touchstone.judge.verdict.agreement.Resampling;

/** Draws the sum of an attempt. Pure: the same results give the same verdict and the same bytes. */
public final class JudgeReport {

    private final List<Examined> examined;
    private final List<QuestionVerdict> results;
    private final Jury jury;
    private final Notes notes;
    private final JuryVerdict verdict;
    private final JudgeSummary summary;

    /**
     * @param examined at least one
     * @param resamples how often the answers are drawn anew for the interval of the jurors' agreement
     */
    public JudgeReport(List<Examined> examined, Jury jury, VerdictPolicy policy, int resamples, Notes notes) {
        this.examined = List.copyOf(examined);
        this.jury = jury;
        this.results = this.examined.stream().map(each -> each.verdict(policy)).toList();
        this.notes = notes;
        List<Opinion> opinions = opinions(this.examined);
        Served served = Served.of(opinions);
        this.verdict = JuryRules.decide(results, new JuryRules.Bench(whyNoModel(jury.choice()), served, notes.unseen()),
                policy);
        JudgeSummary.Trust trust = new JudgeSummary.Trust(served.confounds(policy),
                Agreement.of(results, new Resampling(resamples, jury.method().seedId().hashCode())),
                PositionBias.of(opinions, policy), served);
        this.summary = Summarizing.of(this.examined, results, verdict, jury, trust, policy);
    }

    static List<Opinion> opinions(List<Examined> examined) {
        return examined.stream().flatMap(each -> each.opinions().stream()).toList();
    }

    public JuryVerdict verdict() {
        return verdict;
    }

    public int jurors() {
        return summary.counts().jurors();
    }

    public Jury jury() {
        return jury;
    }

    /** In the order in which they were asked. */
    public List<Judged> judged() {
        return IntStream.range(0, results.size()).mapToObj(i -> new Judged(examined.get(i), results.get(i))).toList();
    }

    /** {@code judge_report.jsonl} */
    public byte[] lines() {
        return ReportJson.lines(judged().stream().map(each -> ReportLine.of(each, jury.method())).toList());
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

    /** By name; null where a figure was not measured. The score is 0 to 1. */
    public Map<String, @Nullable Double> metrics() {
        return JudgeMetrics.of(summary);
    }

    /** For people, beside the verdict. */
    public List<String> warnings() {
        JudgeSummary.Counts counts = summary.counts();
        List<String> warnings = new ArrayList<>(notes.unseen());
        warnings.addAll(notes.remarks());
        if (counts.unanswered() > 0) {
            warnings.add("The agent did not answer " + counts.unanswered() + " of " + counts.questions() + " questions.");
        }
        if (summary.trust().confounded()) {
            warnings.add("Confounded: " + summary.trust().served().byFallback() + " of " + summary.trust().served().samples()
                    + " samples came from another model than the one that was asked for.");
        }
        for (SeatSummary seat : summary.jury()) {
            if (seat.ballot().abstentions() > 0) {
                warnings.add("The juror " + seat.juror() + " abstained on " + seat.ballot().abstentions() + " of "
                        + counts.questions() + " questions.");
            }
        }
        return warnings;
    }

    private static @Nullable String whyNoModel(ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.Off(String reason) -> reason;
            case ModelChoice.Seated(List<ModelSeat> seats) -> whyNotAll(seats);
        };
    }

    /** Who asked for a model that is not to be had asked for a jury with it: without it a person decides. */
    private static @Nullable String whyNotAll(List<ModelSeat> seats) {
        String reasons = seats.stream().filter(ModelSeat.Unusable.class::isInstance)
                .map(seat -> ((ModelSeat.Unusable) seat).reason()).distinct().collect(Collectors.joining(" "));
        return reasons.isEmpty() ? null : reasons;
    }
}
