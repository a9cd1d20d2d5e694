package dev.touchstone.review.agents;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.review.Sight;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which revision is published and what others are measured against, as submission-service says. */
public sealed interface Baseline {

    /** @param trustScore null where none was calculated */
    @RegisterForReflection
    record Set(String revision, @Nullable Double trustScore, String setAt) implements Baseline {
    }

    /** Nothing of the agent is published. */
    record None() implements Baseline {
    }

    /** submission-service cannot be asked now, or does not say it to this reader. */
    record Unknown() implements Baseline {
    }

    /** What an answer says to somebody; an agent of another organisation says nothing. */
    static Baseline of(JsonNode agent, Sight sight) {
        if (!sight.everything() && !agent.path("organizationId").asText().equals(sight.organizationId())) {
            return new Unknown();
        }
        JsonNode baseline = agent.path("baseline");
        if (!baseline.isObject()) {
            return new None();
        }
        JsonNode score = baseline.path("trustScore");
        return new Set(baseline.path("revision").asText(), score.isNumber() ? score.doubleValue() : null,
                baseline.path("setAt").asText());
    }
}
