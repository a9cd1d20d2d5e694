package dev.touchstone.sandbox.agent;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Utterance;

/** What an agent's answer means: it has said something, it is still at it, or neither. */
sealed interface Reading {

    /**
     * @param goesOn where the conversation goes on, null where it cannot
     */
    record Said(Utterance utterance, @Nullable String goesOn) implements Reading {
    }

    /**
     * A task that has not ended: ask again.
     *
     * @param said what it says until then
     */
    record Working(String taskId, Utterance said) implements Reading {
    }

    /**
     * @param detail for people; what it quotes of the agent is whole, since whoever searches it for secrets must see all
     */
    record Unusable(FailureCode code, String detail) implements Reading {

        /** The same with the agent's own words, if there are any that are not in it yet, in one line. */
        Unusable quoting(String words) {
            String line = line(words);
            return line.isEmpty() || detail.contains(line) ? this : new Unusable(code, detail + ": " + line);
        }
    }

    static String line(String words) {
        return words.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    static Unusable notUnderstood(String detail) {
        return new Unusable(FailureCode.NOT_UNDERSTOOD, detail);
    }

    static Unusable agentError(String detail) {
        return new Unusable(FailureCode.AGENT_ERROR, detail);
    }
}
