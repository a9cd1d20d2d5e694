package dev.touchstone.submission.card;

import java.net.URI;

/** Where a card is looked for. */
public final class CardAddress {

    private static final String WELL_KNOWN = "/.well-known/agent-card.json";

    private CardAddress() {
    }

    /**
     * The address itself, or where it names no more than a host the place that A2A agrees on.
     *
     * @see <a href="https://a2a-protocol.org/latest/specification/#82-discovery-mechanisms">A2A, 8.2</a>
     */
    public static URI of(URI given) {
        boolean hostOnly = (given.getRawPath().isEmpty() || given.getRawPath().equals("/")) && given.getRawQuery() == null;
        return hostOnly ? given.resolve(WELL_KNOWN) : given;
    }
}
