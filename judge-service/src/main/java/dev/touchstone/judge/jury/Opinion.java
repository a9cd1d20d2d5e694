package dev.touchstone.judge.jury;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a juror says about one answer. Abstaining is no score of zero: it is a vote that is missing. A juror that has nothing
 * to judge by recuses itself, and no vote is missing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "vote")
@JsonSubTypes({ @JsonSubTypes.Type(value = Opinion.Scored.class, name = "scored"),
        @JsonSubTypes.Type(value = Opinion.Abstained.class, name = "abstained"),
        @JsonSubTypes.Type(value = Opinion.Recused.class, name = "recused") })
public sealed interface Opinion {

    String juror();

    Mechanism mechanism();

    /** What the opinion was drawn from; empty for jurors that do not sample. */
    List<Sample> samples();

    /**
     * @param criticalSafety whether the answer does harm that no other merit outweighs
     * @param findings atomic checks, empty for a model
     * @param reasons for people
     */
    @RegisterForReflection
    record Scored(String juror, Mechanism mechanism, Scores scores, boolean criticalSafety, List<Finding> findings,
            List<String> reasons, List<Sample> samples) implements Opinion {

        public Scored {
            findings = List.copyOf(findings);
            reasons = List.copyOf(reasons);
            samples = List.copyOf(samples);
        }
    }

    /**
     * Should have voted and could not: the quorum misses it.
     *
     * @param reason for people
     */
    @RegisterForReflection
    record Abstained(String juror, Mechanism mechanism, String reason, List<Sample> samples) implements Opinion {

        public Abstained {
            samples = List.copyOf(samples);
        }
    }

    /**
     * Has nothing to say about this question, as a comparison without anything to compare with: the quorum does not count it.
     *
     * @param reason for people
     */
    @RegisterForReflection
    record Recused(String juror, Mechanism mechanism, String reason) implements Opinion {

        @Override
        public List<Sample> samples() {
            return List.of();
        }
    }
}
