package dev.touchstone.review.pages.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;

/**
 * What was put into a form, and what became of it.
 *
 * @param problem null where nothing was put in, or all of it was taken
 * @param taken what the reader has just had taken; the events tell of it later
 * @param fields by name, to go on from
 */
public record Puts(@Nullable Problem problem, Taken taken, Map<String, String> fields) {

    public Puts {
        fields = Map.copyOf(fields);
    }

    /** @param from the queue's filter, by which the next case is found */
    static Puts of(Taken taken, String from) {
        return new Puts(null, taken, Map.of("from", from));
    }

    /** Whether the reader has nothing more to do here. */
    boolean isDone() {
        return taken == Taken.DECISION || taken == Taken.PROPOSAL;
    }

    /** What was taken. */
    public enum Taken {
        NOTHING,
        DECISION,
        PROPOSAL,
        RETRY;

        /** As addresses name it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What addresses name otherwise is nothing. */
        static Taken named(String key) {
            return Stream.of(values()).filter(taken -> taken.key().equals(key)).findFirst().orElse(NOTHING);
        }
    }

    /** Why it was not taken. */
    public record Problem(boolean ofRetry, Refusal refusal, List<Wrong> wrong, Shown who, String when) {

        static Problem of(boolean ofRetry, Refusal refusal) {
            return new Problem(ofRetry, refusal, List.of(), Shown.of(""), "");
        }
    }

    /** The reasons for which nothing was taken. */
    public enum Refusal {
        INVALID,
        CHANGED,
        ALREADY_DECIDED,
        OWN_AGREEMENT,
        CLAIMED_BY_ANOTHER,
        NOTHING_PENDING,
        VERDICT_UNKNOWN,
        ALREADY_ASKED,
        HAS_NOT_RUN,
        REVIEW_ENDED,
        OWN_ORGANIZATION
    }

    public record Wrong(String field, String detail) {
    }

    /** What is wrong with a field. */
    public List<String> faults(String field) {
        return problem == null ? List.of()
                : problem.wrong().stream().filter(wrong -> wrong.field().equals(field)).map(Wrong::detail).toList();
    }

    /** What was put into a field. What was refused is not repeated: it may be a key. */
    public String given(String field) {
        return faults(field).isEmpty() ? fields.getOrDefault(field, "") : "";
    }

    /** Whether another reviewer looks after the case, and to decide all the same must be said. */
    public boolean isDespiteClaim() {
        return (problem != null && problem.refusal() == Refusal.CLAIMED_BY_ANOTHER) || fields.containsKey("despiteClaim");
    }

    /** Whether a stage was asked for, so that its form is shown open. */
    public boolean isOfRetry() {
        return fields.containsKey("stage") || taken == Taken.RETRY;
    }
}
