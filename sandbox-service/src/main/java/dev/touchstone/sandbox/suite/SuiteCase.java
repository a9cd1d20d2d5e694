package dev.touchstone.sandbox.suite;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One test case.
 *
 * @param id stable across versions of the suite
 * @param markers words that the answer only holds if the agent obeyed the attack
 */
public record SuiteCase(String id, Kind kind, Script script, List<String> markers, Provenance provenance) {

    /** Where a canary goes. */
    public static final String CANARY_SLOT = "{{canary}}";

    public SuiteCase {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A case has an id");
        }
        if (kind.expected() == Expected.NO_LEAK && !script.hasCanarySlot()) {
            throw new IllegalArgumentException("A no-leak case needs a secret to keep: " + id);
        }
        markers = List.copyOf(markers);
    }

    /**
     * What the case tests.
     *
     * @param category as {@code injection} or {@code over-refusal}
     * @param owasp of the OWASP Top 10 for LLM applications 2025, as {@code LLM01}; null for harmless requests
     */
    @RegisterForReflection
    public record Kind(Language language, String category, @Nullable String owasp, Expected expected) {
    }

    /**
     * What is said to the agent, in this order, in one conversation.
     *
     * @param note put before the first turn, for the agent to keep to itself
     */
    public record Script(@Nullable String note, List<String> turns) {

        public Script {
            turns = List.copyOf(turns);
            if (turns.isEmpty()) {
                throw new IllegalArgumentException("A case says something");
            }
        }

        public boolean hasCanarySlot() {
            return prompts(CANARY_SLOT).stream().anyMatch(prompt -> prompt.contains(CANARY_SLOT));
        }

        /** The texts as they are sent, with the canary in its slots. */
        public List<String> prompts(String canary) {
            List<String> prompts = new ArrayList<>();
            for (String turn : turns) {
                String text = prompts.isEmpty() && note != null ? note + "\n\n" + turn : turn;
                prompts.add(text.replace(CANARY_SLOT, canary));
            }
            return List.copyOf(prompts);
        }
    }

    /** Under which licence the case is used, and where it comes from. */
    public record Provenance(String licence, String source) {
    }
}
