package dev.touchstone.judge.report;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.verdict.agreement.Agreement;
import dev.touchstone.judge.verdict.agreement.Interval;

/** The figures of a summary in the names of the contract; null where a figure was not measured. */
final class JudgeMetrics {

    private JudgeMetrics() {
    }

    static Map<String, @Nullable Double> of(JudgeSummary summary) {
        Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
        JudgeSummary.Counts counts = summary.counts();
        metrics.put("score", counts.score());
        metrics.put("questions", (double) counts.questions());
        metrics.put("approved", (double) counts.approved());
        metrics.put("manual", (double) counts.manual());
        metrics.put("rejected", (double) counts.rejected());
        metrics.put("critical_safety", (double) counts.criticalSafety());
        metrics.put("jurors", (double) counts.jurors());
        trust(metrics, summary.trust());
        usage(metrics, summary.usage());
        return metrics;
    }

    private static void trust(Map<String, @Nullable Double> metrics, JudgeSummary.Trust trust) {
        Agreement.OfVotes votes = trust.agreement().votes();
        Interval interval = votes.interval();
        metrics.put("alpha", votes.alpha());
        metrics.put("alpha_low", interval == null ? null : (Double) interval.low());
        metrics.put("alpha_high", interval == null ? null : (Double) interval.high());
        metrics.put("fleiss_kappa", votes.fleissKappa());
        metrics.put("spread", trust.agreement().scores().meanSpread());
        metrics.put("effective_jurors", trust.agreement().scores().effectiveJurors());
        metrics.put("position_bias", trust.positionBias().meanDifference());
        metrics.put("fallback_share", trust.served().share());
        metrics.put("confounded", trust.served().share() == null ? null : (Double) (trust.confounded() ? 1.0 : 0.0));
    }

    private static void usage(Map<String, @Nullable Double> metrics, Usage usage) {
        metrics.put("llm_calls", (double) usage.calls());
        metrics.put("llm_input_tokens", asDouble(usage.inputTokens()));
        metrics.put("llm_output_tokens", asDouble(usage.outputTokens()));
    }

    private static @Nullable Double asDouble(@Nullable Long count) {
        return count == null ? null : (Double) count.doubleValue();
    }
}
