package dev.touchstone.local.wandb;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

/**
 * How an emulator behaves.
 *
 * @param clock what time it is
 * @param silence after which a running run that said nothing counts as crashed; the service does not document its own,
 *        users report about five minutes
 * @param entity the viewer's entity, taken where a client names none
 * @param data where runs are kept, so that they outlive the emulator; null for memory
 */
public record EmulatorSettings(InstantSource clock, Duration silence, String entity, @Nullable Path data) {

    public static EmulatorSettings defaults() {
        return new EmulatorSettings(InstantSource.system(), Duration.ofMinutes(5), "local", null);
    }

    public EmulatorSettings with(InstantSource other) {
        return new EmulatorSettings(other, silence, entity, data);
    }

    public EmulatorSettings crashingAfter(Duration other) {
        return new EmulatorSettings(clock, other, entity, data);
    }

    public EmulatorSettings keptIn(@Nullable Path directory) {
        return new EmulatorSettings(clock, silence, entity, directory);
    }
}
