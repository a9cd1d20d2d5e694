package dev.touchstone.local.wandb.graphql;

import org.jspecify.annotations.Nullable;

/** What a root field came to. */
sealed interface GraphQlAnswer {

    record Data(Type.Value value) implements GraphQlAnswer {
    }

    /** @param status of the HTTP answer: the service refuses with 200 or with a status of its own */
    record Refused(int status, String message) implements GraphQlAnswer {
    }

    /** @param type null where the service says that there is nothing */
    static GraphQlAnswer of(@Nullable Type type) {
        return new Data(new Type.Value.Single(type));
    }
}
