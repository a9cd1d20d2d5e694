package dev.touchstone.review.artifacts.reads;

import java.util.Set;

/**
 * Which files may hold secrets. All that hold an agent's or a model's words do: masks are only as good as what they know. So
 * only what is known to hold figures or our own prompts is left out, and a file that this version does not know is recorded.
 */
final class Secrecy {

    private static final Set<String> HARMLESS = Set.of("security_summary.json", "security_prompts.jsonl",
            "functional_summary.json", "functional_prompts.jsonl", "judge_summary.json");

    private Secrecy() {
    }

    static boolean mayHoldSecrets(String name) {
        return !HARMLESS.contains(name);
    }
}
