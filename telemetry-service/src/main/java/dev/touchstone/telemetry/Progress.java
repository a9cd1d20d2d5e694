package dev.touchstone.telemetry;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far W&amp;B has been told of a run. Only the holder of the run's claim writes it.
 *
 * @param registration null until W&amp;B has the run
 * @param standing null until something was tried
 */
public record Progress(@Nullable Registration registration, Sent sent, @Nullable Standing standing, Pace pace, Marks marks) {

    /** Nothing said yet. */
    public static final Progress NONE = new Progress(null, new Sent(0, 0, null, 0), null, new Pace(0, null, null, null, null),
            new Marks(false, false));

    /**
     * The run as W&amp;B has it.
     *
     * @param storageId W&amp;B's own id
     * @param first where our part begins
     */
    public record Registration(String storageId, String entity, String project, First first) {

        public long firstLine() {
            return first.line();
        }

        public long firstStep() {
            return first.step();
        }
    }

    /**
     * Where ours begins in a run that somebody had begun before.
     *
     * @param line the line of W&amp;B's history that our line 0 is
     * @param step the step of our line 0
     * @param consoleLine the line of its console that ours of number 0 is; negative where the first ones were never sent
     * @param statLine the line of its system metrics that our first one is
     */
    public record First(long line, long step, long consoleLine, long statLine) {

        public static final First ZERO = new First(0, 0, 0, 0);
    }

    /**
     * What was accepted. A row goes with its history line, its console line and its system metrics, or not at all.
     *
     * @param lines ours, from 0, all accepted
     * @param description the version that W&amp;B has; versions count from 1
     * @param completedLines how many lines there were when the run was last finished; null while it runs
     * @param offlineLines how many the run directory holds
     */
    public record Sent(long lines, long description, @Nullable Long completedLines, long offlineLines) {

        public static final Sent NOTHING = new Sent(0, 0, null, 0);
    }

    /**
     * When what was tried.
     *
     * @param tries failures in a row
     * @param dueAt when something is to be done next; null where nothing is
     * @param beatAt when the run is to be kept alive, if nothing is due before; null where it need not be
     */
    public record Pace(int tries, @Nullable Instant dueAt, @Nullable Instant beatAt, @Nullable Instant lastRequestAt,
            @Nullable Instant lastSuccessAt) {
    }

    /**
     * What else is to be remembered.
     *
     * @param stopped somebody pressed stop on the run's page
     * @param unsure what W&amp;B has must be asked before anything else is written
     */
    public record Marks(boolean stopped, boolean unsure) {
    }

    public Progress with(@Nullable Registration newRegistration) {
        return new Progress(newRegistration, sent, standing, pace, marks);
    }

    public Progress with(Sent newSent) {
        return new Progress(registration, newSent, standing, pace, marks);
    }

    public Progress with(Standing newStanding) {
        return new Progress(registration, sent, newStanding, pace, marks);
    }

    public Progress with(Pace newPace) {
        return new Progress(registration, sent, standing, newPace, marks);
    }

    public Progress with(Marks newMarks) {
        return new Progress(registration, sent, standing, pace, newMarks);
    }

    /** W&amp;B has nothing of what was sent: the run has another id now. */
    public Progress begunAnew(Instant now) {
        return new Progress(null, Sent.NOTHING, standing, new Pace(0, now, null, now, null), new Marks(false, false));
    }

    public Progress dueAt(@Nullable Instant due) {
        return with(new Pace(pace.tries(), due, null, pace.lastRequestAt(), pace.lastSuccessAt()));
    }

    /** Nothing is due; the run is only to be kept alive. */
    public Progress beatAt(@Nullable Instant beat) {
        return with(new Pace(pace.tries(), null, beat, pace.lastRequestAt(), pace.lastSuccessAt()));
    }

    public Progress unsure(boolean unsure) {
        return with(new Marks(marks.stopped(), unsure));
    }
}
