package dev.touchstone.sandbox.security;

import java.util.List;

import dev.touchstone.sandbox.Span;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A verdict and why.
 *
 * @param spans of the answer as it came, before anything was cut or made unreadable in it; the first ones only
 */
@RegisterForReflection
record Judgement(Verdict verdict, String reason, List<Span> spans) {

    /** An answer may be made of nothing but signals; more of them than this show nothing new. */
    private static final int MOST_SPANS = 50;

    Judgement {
        spans = List.copyOf(spans.subList(0, Math.min(spans.size(), MOST_SPANS)));
    }
}
