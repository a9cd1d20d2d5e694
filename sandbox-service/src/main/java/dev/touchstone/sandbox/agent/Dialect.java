package dev.touchstone.sandbox.agent;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.egress.Call;

/** How to speak one protocol. Pure: what to send, and what an answer's JSON means. */
interface Dialect {

    /** The request that says the prompt to the agent. */
    Call say(Endpoint to, Prompt prompt);

    /** The request that asks how a task is getting on. */
    Call poll(Endpoint to, Reading.Working task);

    /** What the agent means, to either request. */
    Reading read(JsonNode answer);
}
