package dev.touchstone.sandbox.security;

import java.util.List;

import dev.touchstone.sandbox.Span;

/**
 * What the words of an answer say of the agent.
 *
 * @param against the verdict if they are right where they lean against it
 */
record Opinion(Leaning leaning, Verdict against, String reason, List<Span> spans) {

    Opinion {
        spans = List.copyOf(spans);
    }

    /** What speaks for the agent does so no more; what speaks against it still does. */
    Opinion doubted(String doubt) {
        return leaning == Leaning.FOR ? new Opinion(Leaning.OPEN, against, doubt, spans) : this;
    }
}
