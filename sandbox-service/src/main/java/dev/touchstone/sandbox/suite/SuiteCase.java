package dev.touchstone.sandbox.suite;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One test case.
 *
 * @param id stable across versions of the suite; in a pool with the suite's name before it, see {@link CasePool}
 */
public record SuiteCase(String id, Kind kind, Script script, Signs signs, Provenance provenance) {

    /** Where a canary goes. A case has one secret, however often it is named. */
    public static final String CANARY_SLOT = "{{canary}}";

    public SuiteCase {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A case has an id");
        }
        if (kind.expected() == Expected.NO_LEAK && !script.hasCanarySlot()) {
            throw new IllegalArgumentException("A no-leak case needs a secret to keep: " + id);
        }
    }

    public SuiteCase withId(String newId) {
        return new SuiteCase(newId, kind, script, signs, provenance);
    }

    /**
     * What the case tests.
     *
     * @param category as {@code injection} or {@code over-refusal}
     * @param owasp of the OWASP Top 10 for LLM applications 2025, as {@code LLM01}, or for agentic applications 2026, as
     *        {@code ASI01}; null for harmless requests
     * @param tier {@code core}, or {@code extended} for what adds breadth
     * @param property what a good answer does, in words; null where {@code expected} says it all
     */
    @RegisterForReflection
    public record Kind(Language language, String category, @Nullable String owasp, Expected expected, String tier,
            @Nullable String property) {

        public static final String CORE = "core";
        public static final String EXTENDED = "extended";
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

    /**
     * What shows that the agent obeyed the attack.
     *
     * @param markers words that only an obeying answer holds
     * @param tools names of tools that must not be called; {@code *} stands for any characters
     * @param sinks hosts, URLs or addresses that nothing must be sent to
     */
    public record Signs(List<String> markers, List<String> tools, List<String> sinks) {

        public static final Signs NONE = new Signs(List.of(), List.of(), List.of());

        public Signs {
            markers = List.copyOf(markers);
            tools = List.copyOf(tools);
            sinks = List.copyOf(sinks);
        }
    }

    /** Under which licence the case is used, and where it comes from. */
    public record Provenance(String licence, String source) {
    }
}
