package dev.touchstone.events;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Said by the service that runs the stage, about its own work. */
@RegisterForReflection(registerFullHierarchy = true)
public sealed interface StageStatement extends EventBody {

    /** Work on the attempt has begun. */
    @RegisterForReflection
    record Started() implements StageStatement {
    }

    /** How far the attempt is; at most one a second. */
    @RegisterForReflection
    record Progressed(int done, int total) implements StageStatement {
    }

    /**
     * The attempt ended with a result that lets the review go on.
     *
     * @param summary what the stage found, an object in the stage's own words
     * @param metrics by name; null where a figure was not measured, which is not zero
     * @param warnings for people; never blocking
     */
    @RegisterForReflection
    record Completed(JsonNode summary, Map<String, @Nullable Double> metrics, List<String> warnings) implements StageStatement {

        public Completed {
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
        }
    }

    /**
     * The attempt ended without a pass: the gate failed, or it could not look.
     *
     * @param reasonCode stable, as {@code gate_failed}, {@code endpoint_unreachable}
     * @param failReasons for people, all of them
     * @param retryable whether the same request could end otherwise
     * @param summary what was found before the end, or null where nothing was measured
     * @param metrics by name, as of a completed attempt
     */
    @RegisterForReflection
    record Failed(String reasonCode, List<String> failReasons, boolean retryable, @Nullable JsonNode summary,
            Map<String, @Nullable Double> metrics) implements StageStatement {

        public Failed {
            failReasons = List.copyOf(failReasons);
            metrics = metrics == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }

        /** An attempt that ended before anything was measured. */
        public static Failed unmeasured(String reasonCode, List<String> failReasons, boolean retryable) {
            return new Failed(reasonCode, failReasons, retryable, null, Map.of());
        }

    }

    /** A gate that did not pass asks for a person. Follows the attempt's {@link Failed}. */
    @RegisterForReflection
    record EscalatedToHuman(String reason) implements StageStatement {
    }

    /**
     * The guarded way out refused calls of this attempt: they were not sent, or not followed further. Told once for each code
     * and target, before the attempt's end.
     *
     * @param code stable, as {@code private_address}
     * @param target where the call was to go, without path, query and user information; null where the URL names no place
     * @param detail for people; may quote where the agent redirected a call to, so it is hostile
     * @param calls how many, at least 1
     */
    @RegisterForReflection
    record EgressRefused(String code, @Nullable String target, String detail, int calls) implements StageStatement {

        private static final int LONGEST_TARGET = 300;

        /** Of calls to this URL, of which only scheme, host and port are told. */
        public static EgressRefused of(URI url, String code, String detail, int calls) {
            return new EgressRefused(code, target(url), detail, calls);
        }

        /** One for each code and target, in their order, with the detail of the first and the calls of all. */
        public static List<EgressRefused> merged(List<EgressRefused> refusals) {
            Map<List<@Nullable String>, EgressRefused> merged = new LinkedHashMap<>();
            refusals.forEach(refused -> merged.merge(Arrays.asList(refused.code, refused.target), refused,
                    (first, more) -> new EgressRefused(first.code, first.target, first.detail, first.calls + more.calls)));
            return List.copyOf(merged.values());
        }

        private static @Nullable String target(URI url) {
            if (url.getScheme() == null || url.getHost() == null) {
                return null;
            }
            String place = url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
            return place.length() <= LONGEST_TARGET ? place : null;
        }
    }

    /** Another LLM was asked for with this attempt. */
    @RegisterForReflection
    record LlmOverrideReceived(LlmSettings settings, String requestedBy) implements StageStatement {
    }

    /** The attempt ran with the LLM that was asked for. */
    @RegisterForReflection
    record LlmOverrideApplied(LlmSettings settings) implements StageStatement {
    }

    /**
     * The jury approves.
     *
     * @param score 0 to 100
     */
    @RegisterForReflection
    record VerdictApproved(@Nullable Double score, List<String> reasons, int jurors) implements StageStatement {

        public VerdictApproved {
            reasons = List.copyOf(reasons);
        }
    }

    /** The jury leaves it to a person; {@code score} is 0 to 100, null where nobody scored. */
    @RegisterForReflection
    record VerdictManual(@Nullable Double score, List<String> reasons, int jurors) implements StageStatement {

        public VerdictManual {
            reasons = List.copyOf(reasons);
        }
    }

    /** The jury rejects; {@code score} is 0 to 100, null where a veto needed none. */
    @RegisterForReflection
    record VerdictRejected(@Nullable Double score, List<String> reasons, int jurors) implements StageStatement {

        public VerdictRejected {
            reasons = List.copyOf(reasons);
        }
    }

    /** A person is waited for. */
    @RegisterForReflection
    record DecisionPending(Stage sourceStage, String reason) implements StageStatement {
    }

    /** A person decided what {@code sourceStage} had left open. */
    @RegisterForReflection
    record HumanDecision(Decision decision, @Nullable String notes, String decidedBy, Stage sourceStage)
            implements
                StageStatement {
    }

    /**
     * Two people agreed on a decision against the jury's verdict; the decision itself follows as {@link HumanDecision}.
     *
     * @param decidedBy who agreed last
     * @param overrides the verdict, {@code approve} or {@code reject}
     * @param proposal of the other one; null in events from before there were any
     */
    @RegisterForReflection
    record DecisionOverridden(Decision decision, @Nullable String notes, String decidedBy, String overrides,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Proposal proposal) implements StageStatement {

        /** Who said so first, when and why. */
        @RegisterForReflection
        public record Proposal(String by, Instant at, String notes) {
        }
    }

    /**
     * The revision is in the catalog.
     *
     * @param trustScore 0 to 100, null where a person approved without one
     */
    @RegisterForReflection
    record Published(URI catalogUrl, @Nullable Double trustScore, String statusReason) implements StageStatement {
    }

    /** The review ended without publication. */
    @RegisterForReflection
    record Rejected(List<String> reasons, String statusReason) implements StageStatement {

        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }
}
