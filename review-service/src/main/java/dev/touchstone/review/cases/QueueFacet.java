package dev.touchstone.review.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.Findings.Ruling;

/** What the queue can be filtered by: a parameter of its address, with the values that it may have. */
public enum QueueFacet {

    TEXT("q", List.of()),
    STATE("state", keys(CaseState.values(), CaseState::key, QueueFacet.ENDED)),
    /** That asks a person. */
    STAGE("stage", keys(Stage.values(), Stage::key)),
    REASON("reason", keys(ReasonKind.values(), ReasonKind::key)),
    CLAIMED("claimed", List.of(QueueFacet.ME, QueueFacet.NOBODY, QueueFacet.OTHERS)),
    OVERDUE("overdue", List.of("true")),
    ORGANIZATION("organization", List.of()),
    VERDICT("verdict", keys(Ruling.values(), Ruling::key, QueueFacet.NONE)),
    SORT("sort", keys(QueueOrder.values(), QueueOrder::key));

    static final String ENDED = "ended";
    static final String ME = "me";
    static final String NOBODY = "nobody";
    static final String OTHERS = "others";
    static final String NONE = "none";
    private static final int LONGEST_TEXT = 200;

    private final String parameter;
    @SuppressWarnings("ImmutableEnumChecker") // Streams' and List.of's lists, which nothing can change.
    private final List<String> options;

    QueueFacet(String parameter, List<String> options) {
        this.parameter = parameter;
        this.options = options;
    }

    private static <T> List<String> keys(T[] all, Function<T, String> key, String... others) {
        return Stream.concat(Arrays.stream(all).map(key), Stream.of(others)).toList();
    }

    public String parameter() {
        return parameter;
    }

    /** All that it may be; empty where it may be any text. */
    public List<String> options() {
        return options;
    }

    /** What is wrong with a value; empty where nothing is. */
    Optional<String> fault(String value) {
        if (value.indexOf('\0') >= 0) {
            return Optional.of("must not contain U+0000, which no text of the queue has");
        }
        if (options.isEmpty()) {
            return value.length() > LONGEST_TEXT ? Optional.of("must not be longer than " + LONGEST_TEXT + " characters")
                    : Optional.empty();
        }
        return options.contains(value) ? Optional.empty() : Optional.of("must be one of " + String.join(", ", options));
    }

    /** Whether it can be said only of what awaits a decision. */
    boolean isOfWaiting() {
        return switch (this) {
            case STAGE, REASON, CLAIMED, OVERDUE -> true;
            case TEXT, STATE, ORGANIZATION, VERDICT, SORT -> false;
        };
    }
}
