package dev.touchstone.sandbox.functional;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.attempt.NotATranscript;
import dev.touchstone.sandbox.suite.Suite;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What an attempt goes by.
 *
 * @param scenarios in the order in which they are reported
 */
record Plan(Header header, List<Scenario> scenarios) {

    Plan {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * As it stands in the transcript's first line.
     *
     * @param suites that scenarios were taken from, whether one concerned the agent or not
     * @param card digest of the card
     */
    @RegisterForReflection
    record Header(Rules rules, ModelId model, List<Suite.Id> suites, String card) {

        Header {
            Objects.requireNonNull(rules);
            Objects.requireNonNull(model);
            suites = List.copyOf(suites);
        }

        ObjectNode json() {
            return EventJson.mapper().valueToTree(this);
        }

        /**
         * @throws NotATranscript if a member is missing
         */
        static Header read(ObjectNode line) {
            try {
                return EventJson.mapper().treeToValue(line.deepCopy().without(List.of("format", "stage")), Header.class);
            } catch (JsonProcessingException | RuntimeException incomplete) {
                throw new NotATranscript("The first line does not say by which rules the attempt was judged.");
            }
        }
    }
}
