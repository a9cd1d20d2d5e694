package dev.touchstone.judge.jury.panel;

import dev.touchstone.judge.jury.Sample;

/** What came of a sample. */
sealed interface Deliberated {

    Sample sample();

    record Usable(Sample sample, Ruling ruling) implements Deliberated {
    }

    /** The model replied, but not with a ruling. */
    record Unusable(Sample sample) implements Deliberated {
    }

    /** The model could not be reached, or was not asked any more. */
    record Away(Sample sample) implements Deliberated {
    }
}
