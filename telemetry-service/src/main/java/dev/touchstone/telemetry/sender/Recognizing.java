package dev.touchstone.telemetry.sender;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.run.StoredRow;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.api.ExistingRun;

/**
 * Tells whether W&amp;B has lines of ours that were not sent from here: somebody may have uploaded an offline directory.
 * Numbers alone do not tell, since another writer may have written as many.
 */
@ApplicationScoped
class Recognizing {

    /** What is in one row only. An upload writes members in another order, and numbers in another form. */
    private static final List<String> IDENTITY = List.of("event/id", "ledger/leaf_hash");

    private final Runs runs;

    Recognizing(Runs runs) {
        this.runs = runs;
    }

    /**
     * How many of our rows W&amp;B's history ends with; 0 where its last line is not ours.
     *
     * @param firstStep of our row 0
     */
    long rows(ClaimedRun claimed, ExistingRun found, long firstStep) {
        long last = found.lastRow().path("_step").asLong(-1) - firstStep;
        if (last < 0 || last >= claimed.run().history().lines() || last >= found.point().historyLines()) {
            return 0;
        }
        List<StoredRow> ours = Blocking.inTransaction(
                () -> runs.rows(claimed.run().review().submissionId(), last, 1));
        return ours.size() == 1 && isSame(ExtendedJson.read(ours.getFirst().json()), found.lastRow()) ? last + 1 : 0;
    }

    static boolean isSame(JsonNode ours, JsonNode theirs) {
        return identity(ours).anyMatch(key -> true) && identity(ours).allMatch(key -> ours.path(key).equals(theirs.path(key)));
    }

    private static Stream<String> identity(JsonNode row) {
        return IDENTITY.stream().filter(row::has);
    }
}
