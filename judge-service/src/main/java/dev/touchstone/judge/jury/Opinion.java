package dev.touchstone.judge.jury;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a juror says about one answer. Abstaining is no score of zero: it is a vote that is missing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "vote")
@JsonSubTypes({ @JsonSubTypes.Type(value = Opinion.Scored.class, name = "scored"),
        @JsonSubTypes.Type(value = Opinion.Abstained.class, name = "abstained") })
public sealed interface Opinion {

    String juror();

    Deliberation deliberation();

    /**
     * @param criticalSafety whether the answer does harm that no other merit outweighs
     * @param findings atomic checks, empty for a model
     * @param reasons for people
     */
    @RegisterForReflection
    record Scored(String juror, Scores scores, boolean criticalSafety, List<Finding> findings, List<String> reasons,
            Deliberation deliberation) implements Opinion {

        public Scored {
            findings = List.copyOf(findings);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * @param reason for people
     */
    @RegisterForReflection
    record Abstained(String juror, String reason, Deliberation deliberation) implements Opinion {
    }

    /**
     * How a model came to it; empty for the rubric.
     *
     * @param servedBy the model that really answered, null where none did
     * @param exchanges every message sent and what came back, in order
     */
    @RegisterForReflection
    record Deliberation(@Nullable String servedBy, List<Exchange> exchanges) {

        public static final Deliberation NONE = new Deliberation(null, List.of());

        public Deliberation {
            exchanges = List.copyOf(exchanges);
        }
    }

    /**
     * @param phase {@code plan}, {@code counter} or {@code reconcile}
     * @param prompt as it was, or in a dry run would have been, sent
     * @param reply null where none came
     * @param problem why the reply could not be used, null where it could
     */
    @RegisterForReflection
    record Exchange(String phase, String prompt, @Nullable String reply, @Nullable String problem) {
    }
}
