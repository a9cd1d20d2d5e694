package dev.touchstone.judge.jury.panel;

import java.util.Locale;

/** The three looks that a model takes at an answer. */
enum Phase {

    PLAN("Plan what a good answer needs, look for it in this one, and give a first assessment."),
    COUNTER("Argue against the first assessment: what did it overlook, for the agent and against it? Score anew."),
    RECONCILE("Weigh the first assessment and the counter-argument, and give the final assessment.");

    private final String task;

    Phase(String task) {
        this.task = task;
    }

    String task() {
        return task;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
