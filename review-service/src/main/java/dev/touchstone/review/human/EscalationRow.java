package dev.touchstone.review.human;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.StageEventCodec;

/** What a person is asked, and the answer. Open until decided, or withdrawn because the review went another way. */
@Entity
@Table(name = "escalation")
class EscalationRow {

    static final String OPEN = "open";
    static final String DECIDED = "decided";

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

    StageEvent requestEvent() {
        return switch (StageEventCodec.decode(request.getBytes(StandardCharsets.UTF_8))) {
            case Decoded.Understood(StageEvent event) -> event;
            case Decoded.Unreadable(String reason) ->
                throw new IllegalStateException("The request was readable when it was stored: " + reason);
        };
    }
}
