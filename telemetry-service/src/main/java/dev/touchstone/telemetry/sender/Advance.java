package dev.touchstone.telemetry.sender;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.evidence.Settlement;
import dev.touchstone.telemetry.evidence.Upload;

/** What a step came to. */
sealed interface Advance {

    /** The run is so far now. */
    record Went(Progress progress) implements Advance {
    }

    /** Something that an event brought was tried. */
    record Tried(Progress progress, Upload upload, Settlement settlement) implements Advance {
    }

    /**
     * W&amp;B will not have the run under its id, but under another.
     *
     * @param reason for people
     * @param otherwise how far the run is if there is no other id for it
     */
    record NeedsAnotherId(String reason, Progress otherwise) implements Advance {
    }
}
