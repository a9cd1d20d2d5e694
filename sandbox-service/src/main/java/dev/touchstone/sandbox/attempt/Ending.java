package dev.touchstone.sandbox.attempt;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.StageStatement;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;

/**
 * How an attempt of a gate ended.
 *
 * @param statement what the stage says
 * @param escalation why a person is asked, null after a pass
 * @param reports the files that belong to the statement
 */
public record Ending(StageStatement statement, @Nullable String escalation, List<Report> reports) {

    public Ending {
        reports = List.copyOf(reports);
    }

    /** What was measured. */
    public record Findings(JsonNode summary, Map<String, @Nullable Double> metrics, List<Report> reports) {
    }

    public static Ending passed(Findings findings, List<String> warnings) {
        return new Ending(new Completed(findings.summary(), findings.metrics(), warnings), null, findings.reports());
    }

    /** The gate looked, and what it saw is not good enough. */
    public static Ending gateFailed(Findings findings, List<String> reasons, boolean retryable) {
        return failed("gate_failed", findings, reasons, retryable);
    }

    /** The gate saw something of the agent, but not enough to judge. */
    public static Ending failed(String code, Findings findings, List<String> reasons, boolean retryable) {
        return new Ending(new Failed(code, reasons, retryable, findings.summary(), findings.metrics()),
                String.join(" ", reasons), findings.reports());
    }

    /** Another version of the service, or other settings, began the attempt: its answers belong to cases of their own. */
    public static Ending suiteChanged() {
        return couldNotLook("suite_changed", "The cases were changed while the attempt was under way.", true);
    }

    /** The gate could not look. */
    public static Ending couldNotLook(String code, String reason, boolean retryable) {
        return new Ending(Failed.unmeasured(code, List.of(reason), retryable), reason, List.of());
    }
}
