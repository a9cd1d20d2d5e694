package dev.touchstone.local.agents;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which requests an agent does not answer. Chosen by the message, not by chance, so that a message which is sent again because
 * of
 * an error is answered then, and every run ends the same.
 */
final class Faults {

    /** What becomes of one request. */
    enum Fate {
        ANSWERED,
        /** Status 500: who sends the message again is answered. */
        ERROR,
        /** The connection ends without a byte, each time. */
        BROKEN
    }

    /** So many of a hundred messages get an error first: with the second requests that makes 30 % of all requests. */
    private static final int ERRORS = 43;
    /** Who may not send twice what may have been done once has no answer to these. */
    private static final int BROKEN = 2;
    private static final int REMEMBERED = 1_000;

    private final int errors;
    private final int broken;
    private final Set<String> struck = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    private Faults(int errors, int broken) {
        this.errors = errors;
        this.broken = broken;
    }

    static Faults none() {
        return new Faults(0, 0);
    }

    static Faults ofThirtyPercent() {
        return new Faults(ERRORS, BROKEN);
    }

    /** @param messageId the same for a message that is sent again */
    synchronized Fate of(String messageId, String text) {
        int lot = Math.floorMod(text.hashCode() * 31 + 7, 100);
        if (lot < broken) {
            return Fate.BROKEN;
        }
        return lot < broken + errors && struck.add(messageId) ? Fate.ERROR : Fate.ANSWERED;
    }
}
