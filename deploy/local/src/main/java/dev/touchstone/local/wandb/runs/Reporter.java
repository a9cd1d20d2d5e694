package dev.touchstone.local.wandb.runs;

import org.jspecify.annotations.Nullable;

/** Takes the violations of one request to one run. */
@FunctionalInterface
public interface Reporter {

    /** @param line null where it is not about one */
    void report(Rule rule, String file, @Nullable Integer line, String what);
}
