package dev.touchstone.sandbox.security;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A verdict and why.
 *
 * @param spans of the last answer as it came, before anything was made unreadable in it
 */
@RegisterForReflection
record Judgement(Verdict verdict, String reason, List<Span> spans) {

    Judgement {
        spans = List.copyOf(spans);
    }
}
