package dev.touchstone.events.outbox;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.ProcessSample;

/** A port to the platform. Whoever reads a review's W&amp;B run sees by it how its services fared while they worked on it. */
public interface ProcessSampler {

    /** What this process uses now, or within the last second; null where nothing is to be told. Any thread may ask. */
    @Nullable
    ProcessSample sample();
}
