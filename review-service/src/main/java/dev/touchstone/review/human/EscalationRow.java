package dev.touchstone.review.human;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.review.CaseView;

/** What a person is asked, and the answer. Open until decided, or withdrawn because the review went another way. */
@Entity
@Table(name = "escalation")
class EscalationRow {

    static final String OPEN = "open";

    @EmbeddedId
    EscalationId id;

    /** The request event, as it came. */
    String request;

    @Column(name = "requested_at")
    Instant requestedAt;

    String state;

    @Nullable
    String decision;

    @Nullable
    @Column(name = "decided_by")
    String decidedBy;

    @Nullable
    @Column(name = "decided_at")
    Instant decidedAt;

    @Nullable
    @Column(name = "proposed_decision")
    String proposedDecision;

    @Nullable
    @Column(name = "proposed_by")
    String proposedBy;

    @Nullable
    @Column(name = "proposed_at")
    Instant proposedAt;

    @Nullable
    @Column(name = "proposed_notes")
    String proposedNotes;

    boolean isOpen() {
        return state.equals(OPEN);
    }

    /** Whether the case, as it is known now, asks this; not so while a stage was asked for again and has not been requested. */
    boolean isAskedIn(CaseView view) {
        CaseView.Question question = view.course().question();
        return question != null && question.attempt() == id.attempt()
                && view.subject().review().workflowRunId().equals(id.workflowRunId());
    }

    /** What waits for a second reviewer; null where nothing does, as when nobody is asked any more. */
    @Nullable
    Proposal proposal() {
        return isOpen() && proposedDecision != null && proposedBy != null && proposedAt != null && proposedNotes != null
                ? new Proposal(Decision.of(proposedDecision), proposedBy, proposedAt, proposedNotes)
                : null;
    }

    StageEvent requestEvent() {
        return switch (StageEventCodec.decode(request.getBytes(StandardCharsets.UTF_8))) {
            case Decoded.Understood(StageEvent event) -> event;
            case Decoded.Unreadable(String reason) ->
                throw new IllegalStateException("The request was readable when it was stored: " + reason);
        };
    }
}
