package dev.touchstone.local.chaos;

import java.util.List;

import dev.touchstone.events.StageEvent;

/**
 * One review from its first request to its last ledger entry.
 *
 * @param events in their causal order
 * @param exhibits what they bring to the run besides their lines
 */
record Life(List<StageEvent> events, Exhibits exhibits) {

    String runId() {
        return events.getFirst().review().wandbRun().runId();
    }
}
