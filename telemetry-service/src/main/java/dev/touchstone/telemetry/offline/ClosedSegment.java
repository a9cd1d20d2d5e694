package dev.touchstone.telemetry.offline;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A segment that never changes any more.
 *
 * @param given when somebody had got it whole; null where that is not so yet
 */
public record ClosedSegment(Segment segment, Reason reason, Instant closed, @Nullable Instant given) {

    /** Why it was closed. */
    public enum Reason {
        /** It is in an archive that somebody asked for. */
        DOWNLOAD,
        /** Its directory on disk was uploaded, or that has begun. */
        UPLOAD,
        /** W&amp;B can be reached again, and gets the rows from here. */
        ONLINE
    }

    /**
     * Whether nobody is to upload it any more.
     *
     * @param sent how many lines W&amp;B has accepted from here; 0 where it has not even the run
     */
    public boolean isSettled(long sent) {
        return given != null || reason == Reason.UPLOAD || isOvertaken(sent);
    }

    /** Rows of it were sent from here: whoever uploaded it now would double them. */
    boolean isOvertaken(long sent) {
        return sent > segment.rows().first();
    }
}
