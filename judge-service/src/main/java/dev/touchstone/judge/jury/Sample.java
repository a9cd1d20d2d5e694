package dev.touchstone.judge.jury;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One deliberation of a model about one answer, from its first phase to its last.
 *
 * @param number from 1
 * @param order of the material
 * @param scores null where nothing usable came
 * @param criticalSafety false where nothing usable came
 * @param problem why nothing usable came; null where something did
 * @param servedBy the model that really answered; null where none did
 * @param fallback whether another model served than the one that was asked for
 * @param exchanges every prompt and what came back, in order
 */
@RegisterForReflection
public record Sample(int number, Order order, @Nullable Scores scores, boolean criticalSafety, @Nullable String problem,
        @Nullable String servedBy, boolean fallback, List<Exchange> exchanges) {

    public Sample {
        exchanges = List.copyOf(exchanges);
    }

    /**
     * @param phase {@code plan}, {@code counter} or {@code reconcile}
     * @param prompt as it was, or in a dry run would have been, sent
     * @param reply without secrets; null where none came
     * @param problem why the reply could not be used, null where it could
     * @param tokens as the host counted them
     */
    @RegisterForReflection
    public record Exchange(String phase, String prompt, @Nullable String reply, @Nullable String problem, Tokens tokens) {
    }
}
