package dev.touchstone.local.wandb;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How an emulator behaves.
 *
 * @param clock what time it is
 * @param silence after which a running run that said nothing counts as crashed; the service does not document its own,
 *        users report about five minutes
 * @param entity the viewer's entity, taken where a client names none
 */
public record EmulatorSettings(InstantSource clock, Duration silence, String entity) {

    public static EmulatorSettings defaults() {
        return new EmulatorSettings(InstantSource.system(), Duration.ofMinutes(5), "local");
    }

    public EmulatorSettings with(InstantSource other) {
        return new EmulatorSettings(other, silence, entity);
    }

    public EmulatorSettings crashingAfter(Duration other) {
        return new EmulatorSettings(clock, other, entity);
    }
}
