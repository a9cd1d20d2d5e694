package dev.touchstone.review.pages;

import jakarta.ws.rs.core.UriBuilder;

/** The addresses of the pages. */
public final class Paths {

    /**
     * An address with another last part is not found, as a page for people, instead of a malformed one as a problem.
     * Without quantifiers in braces, which a path template cannot hold.
     */
    public static final String SUBMISSION = "submissions/{submissionId: [0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+}";

    private Paths() {
    }

    /** Of an agent's page, whatever its id holds. */
    public static String agent(String agentId) {
        return UriBuilder.fromPath("/agents/{agent}").build(agentId).toString();
    }
}
