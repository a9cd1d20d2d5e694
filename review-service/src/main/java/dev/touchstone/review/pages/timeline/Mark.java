package dev.touchstone.review.pages.timeline;

import java.util.Locale;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;

/** What makes an event stand out: where people came in, or something was begun again. */
enum Mark {

    NONE,
    RETRY,
    ESCALATION,
    DECISION;

    static Mark of(EventBody body) {
        return switch (body) {
            case ReviewerStatement.RetryRequested ignored -> RETRY;
            case ReviewerStatement ignored -> NONE;
            case OwnerStatement.RequiresHumanReview ignored -> ESCALATION;
            case OwnerStatement ignored -> NONE;
            case StageStatement.EscalatedToHuman ignored -> ESCALATION;
            case StageStatement.DecisionPending ignored -> ESCALATION;
            case StageStatement.HumanDecision ignored -> DECISION;
            case StageStatement.DecisionOverridden ignored -> DECISION;
            case StageStatement ignored -> NONE;
            case RecordStatement ignored -> NONE;
            case UnknownBody ignored -> NONE;
        };
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
