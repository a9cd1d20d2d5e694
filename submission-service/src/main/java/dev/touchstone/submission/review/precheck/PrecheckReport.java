package dev.touchstone.submission.review.precheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What precheck found.
 *
 * @param snapshotDigest of card and endpoint manifest
 */
record PrecheckReport(List<Check> checks, String snapshotDigest) {

    /** Events are for people, and go into every ledger and run; all checks stand in the summary. */
    private static final int MOST_TOLD = 50;

    PrecheckReport {
        checks = List.copyOf(checks);
    }

    List<String> warnings() {
        return details(Check.Result.WARNING);
    }

    List<String> violations() {
        return details(Check.Result.VIOLATION);
    }

    /** The first of them, and how many more there are. */
    static List<String> told(List<String> details) {
        if (details.size() <= MOST_TOLD) {
            return details;
        }
        List<String> told = new ArrayList<>(details.subList(0, MOST_TOLD));
        told.add("and " + (details.size() - MOST_TOLD) + " more");
        return told;
    }

    /** The share of the checks of the agent that passed, from 0 to 1. The endpoint at least is always looked at. */
    double score() {
        List<Check> counted = checks.stream().filter(Check::counts).toList();
        return (double) counted.stream().filter(check -> check.result() == Check.Result.PASSED).count() / counted.size();
    }

    Map<String, @Nullable Double> metrics() {
        Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
        metrics.put("score", score());
        metrics.put("warnings", (double) warnings().size());
        return metrics;
    }

    private List<String> details(Check.Result result) {
        List<String> details = new ArrayList<>();
        for (Check check : checks) {
            if (check.result() == result) {
                details.add(check.detail());
            }
        }
        return details;
    }
}
