package dev.touchstone.review.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings.Ruling;

/**
 * Why a person is asked, as one of few kinds, so that cases of one kind can be worked through together. It follows from the
 * stage
 * that asks, its outcome and the verdict; the reasons' own words are agents' and models' and are not looked into.
 */
public enum ReasonKind {

    /** The stage measured, and the policy's gate did not open. */
    SECURITY_GATE,
    SECURITY_UNFINISHED,
    FUNCTIONAL_GATE,
    FUNCTIONAL_UNFINISHED,
    JURY_UNDECIDED,
    JURY_UNFINISHED,
    /** The jury ruled, and the policy asks a person all the same. */
    POLICY,
    PRECHECK_UNFINISHED,
    PUBLISH_UNFINISHED,
    OTHER,
    /** Somebody decided what takes two: another reviewer must agree. Follows from what people did, not from the case. */
    SECOND_REVIEWER;

    private static final String GATE = "gate_failed";

    /** Empty where nobody is asked. */
    static Optional<ReasonKind> of(CaseView view) {
        CaseView.Question question = view.course().question();
        return question == null ? Optional.empty() : Optional.of(switch (question.sourceStage()) {
            case SECURITY -> gateFailed(view, Stage.SECURITY) ? SECURITY_GATE : SECURITY_UNFINISHED;
            case FUNCTIONAL -> gateFailed(view, Stage.FUNCTIONAL) ? FUNCTIONAL_GATE : FUNCTIONAL_UNFINISHED;
            case JUDGE -> ofJudge(view);
            case PRECHECK -> PRECHECK_UNFINISHED;
            case PUBLISH -> PUBLISH_UNFINISHED;
            case HUMAN -> OTHER;
        });
    }

    private static boolean gateFailed(CaseView view, Stage stage) {
        return view.current(stage).filter(attempt -> GATE.equals(attempt.outcome().reasonCode())).isPresent();
    }

    private static ReasonKind ofJudge(CaseView view) {
        if (view.findings().verdict() == null) {
            return JURY_UNFINISHED;
        }
        return view.findings().verdict().ruling() == Ruling.MANUAL ? JURY_UNDECIDED : POLICY;
    }

    /**
     * Of a case that awaits a decision.
     *
     * @param key as it was stored; null, as what is not known, is another reason
     * @param proposed whether somebody decided what takes two
     */
    static ReasonKind stored(@Nullable String key, boolean proposed) {
        return proposed ? SECOND_REVIEWER : Optional.ofNullable(key).flatMap(ReasonKind::named).orElse(OTHER);
    }

    public static Optional<ReasonKind> named(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
