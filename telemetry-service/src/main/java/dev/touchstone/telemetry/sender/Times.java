package dev.touchstone.telemetry.sender;

import java.time.Duration;

/** The spans that decide what a run's writer does next. */
record Times(Duration pacing, Duration heartbeat, Duration quietPeriod, Duration resumeAfter) {

    static Times of(SenderConfig config) {
        return new Times(config.pacing(), config.heartbeat(), config.quietPeriod(), config.resumeAfter());
    }
}
