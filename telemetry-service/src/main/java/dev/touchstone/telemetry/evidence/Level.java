package dev.touchstone.telemetry.evidence;

/** How loud an alert is; {@code OFF} is none. */
public enum Level {
    OFF,
    INFO,
    WARN,
    ERROR
}
