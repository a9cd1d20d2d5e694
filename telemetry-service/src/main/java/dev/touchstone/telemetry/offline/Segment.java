package dev.touchstone.telemetry.offline;

import java.time.Instant;
import java.util.OptionalInt;

import dev.touchstone.telemetry.wandb.RunDescription;

/**
 * Consecutive rows of a run that are one offline run directory.
 *
 * @param number from 0
 * @param begun names the directory
 */
public record Segment(int number, Instant begun, Rows rows, Standing standing) {

    /**
     * @param first line
     * @param end the line after the last
     * @param firstStep the step of line 0, where somebody had begun the run before
     */
    public record Rows(long first, long end, long firstStep) {

        public Rows {
            if (end <= first) {
                throw new IllegalArgumentException("A segment without rows");
            }
        }

        public long count() {
            return end - first;
        }
    }

    /**
     * How the run stands at the end of the segment: an upload replaces what W&amp;B had of it before.
     *
     * @param summary the whole summary, one JSON object
     * @param exitCode empty if the run goes on
     */
    public record Standing(RunDescription description, String summary, long runtimeSeconds, OptionalInt exitCode) {
    }

    /** Only its first rows, up to this line. */
    public Segment until(long line) {
        return new Segment(number, begun, new Rows(rows.first, line, rows.firstStep), standing);
    }
}
