package dev.touchstone.submission.review.precheck;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.submission.SandboxRelay.Probing;
import dev.touchstone.submission.card.signature.SignatureCheck;

/** All that the checks look at. The same evidence always makes the same report. */
record Evidence(Documents documents, Visit visit, Records records) {

    /**
     * What was submitted.
     *
     * @param manifest a missing node where there is none
     * @param credential whether a secret was named that the agent is called with
     */
    record Documents(JsonNode card, JsonNode manifest, boolean credential) {
    }

    /**
     * What the agent's host answered just now.
     *
     * @param refusals what the way out did not let through
     */
    record Visit(Probing probing, Challenge.Outcome challenge, CardDrift drift, List<EgressRefused> refusals) {

        Visit {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * What is known here.
     *
     * @param twin the published revision of the agent that has the same snapshot
     * @param run what was last said about the W&amp;B run
     */
    record Records(SignatureCheck signature, Optional<String> twin, Optional<Run> run) {
    }

    /** Whether the W&amp;B run can be written. */
    record Run(String state, String reason) {
    }
}
