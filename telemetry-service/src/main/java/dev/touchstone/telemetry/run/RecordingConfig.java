package dev.touchstone.telemetry.run;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events become rows. */
@ConfigMapping(prefix = "touchstone.recording")
public interface RecordingConfig {

    /** How long a new row waits for others to be sent with: events come in bursts, and requests are few. */
    @WithDefault("0.2S")
    @DurationMin(millis = 0)
    @DurationMax(seconds = 30)
    Duration collectWait();
}
