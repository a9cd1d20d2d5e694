package dev.touchstone.telemetry;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunState;

/**
 * How far W&amp;B has been told of a run. Only the holder of the run's lease writes it.
 *
 * @param registration null until W&amp;B has the run
 */
public record Progress(@Nullable Registration registration, Sent sent, Standing standing, Pace pace) {

    /** Nothing said yet. */
    public static final Progress NONE = new Progress(null, new Sent(0, 0, null, 0), new Standing(null, "", false),
            new Pace(0, null, null, null));

    /**
     * The run as W&amp;B has it.
     *
     * @param storageId W&amp;B's own id
     * @param firstLine the line of W&amp;B's history that our line 0 is, where somebody had begun the run before
     * @param firstStep the step of our line 0
     */
    public record Registration(String storageId, String entity, String project, long firstLine, long firstStep) {
    }

    /**
     * What was accepted.
     *
     * @param lines ours, from 0, all accepted
     * @param description the version that W&amp;B has; versions count from 1
     * @param completedLines how many lines there were when the run was last finished; null while it runs
     * @param offlineLines how many the run directory holds
     */
    public record Sent(long lines, long description, @Nullable Long completedLines, long offlineLines) {
    }

    /**
     * What people are told of the run.
     *
     * @param state null until something was tried
     * @param stopped somebody pressed stop on the run's page
     */
    public record Standing(@Nullable RunState state, String reason, boolean stopped) {
    }

    /**
     * When what was tried.
     *
     * @param tries failures in a row
     * @param dueAt when something is to be done next; null where nothing is
     */
    public record Pace(int tries, @Nullable Instant dueAt, @Nullable Instant lastRequestAt, @Nullable Instant lastSuccessAt) {
    }

    public Progress with(Registration newRegistration) {
        return new Progress(newRegistration, sent, standing, pace);
    }

    public Progress with(Sent newSent) {
        return new Progress(registration, newSent, standing, pace);
    }

    public Progress with(Standing newStanding) {
        return new Progress(registration, sent, newStanding, pace);
    }

    public Progress with(Pace newPace) {
        return new Progress(registration, sent, standing, newPace);
    }

    public Progress dueAt(@Nullable Instant due) {
        return with(new Pace(pace.tries(), due, pace.lastRequestAt(), pace.lastSuccessAt()));
    }
}
