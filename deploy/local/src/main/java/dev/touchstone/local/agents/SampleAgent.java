package dev.touchstone.local.agents;

import java.util.List;

/** An agent as the protocol does not see it: text in, text out. */
@FunctionalInterface
interface SampleAgent {

    /**
     * @param text what the user says
     * @param earlier what the user said before in the same context, oldest first
     */
    String reply(String text, List<String> earlier);
}
