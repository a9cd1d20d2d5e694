package dev.touchstone.events.outbox;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.ProcessSample;
import dev.touchstone.events.testing.Samples;

/** A process that is always as busy. */
@ApplicationScoped
class FixedSampler implements ProcessSampler {

    @Override
    public ProcessSample sample() {
        return Samples.PROCESS;
    }
}
