package dev.touchstone.sandbox.agent;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.sandbox.egress.Call;

/** How requests of A2A are carried: each in an envelope to one address, or to resources of their own. */
sealed interface A2aBinding permits JsonRpc, HttpJson {

    A2aVersion version();

    /** Makes a message the user's, with this text as its only part. */
    void describe(ObjectNode message, String text);

    /**
     * Says something to the agent.
     *
     * @param streaming whether it may answer as it goes
     */
    Call send(Endpoint to, ObjectNode request, boolean streaming);

    Call get(Endpoint to, String taskId);

    /** The error that the agent answers with, if it is one. */
    Optional<Reading.Unusable> error(JsonNode answer);

    /** What it answers with otherwise. */
    JsonNode result(JsonNode answer);

    /** A task's state as 0.3 has it; empty for what is none. */
    String state(String written);
}
