package dev.touchstone.judge.verdict;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The verdict on the agent.
 *
 * @param score mean over the answers that were scored, 0 to 100; null where none was
 * @param reasons all that apply, the weightiest first
 */
@RegisterForReflection
public record JuryVerdict(Verdict verdict, @Nullable Double score, List<String> reasons) {

    public JuryVerdict {
        reasons = List.copyOf(reasons);
    }
}
