package dev.touchstone.telemetry.run;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.touchstone.telemetry.evidence.UploadView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A run with all that its events brought besides their lines.
 *
 * @param uploads in the order of the events
 */
@RegisterForReflection
public record RunDetail(@JsonUnwrapped RunView run, List<UploadView> uploads) {

    public RunDetail {
        uploads = List.copyOf(uploads);
    }
}
