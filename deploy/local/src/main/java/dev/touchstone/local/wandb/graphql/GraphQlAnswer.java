package dev.touchstone.local.wandb.graphql;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** What an operation came to. Every known operation has one root field. */
public sealed interface GraphQlAnswer {

    /** @param value null where the service says that there is nothing */
    record Data(String field, @Nullable JsonNode value) implements GraphQlAnswer {
    }

    /** @param status of the HTTP answer: the service refuses with 200 or with a status of its own */
    record Refused(String field, int status, String message) implements GraphQlAnswer {
    }
}
