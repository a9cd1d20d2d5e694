package dev.touchstone.review.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.touchstone.review.CaseState;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The queue for clients, in the order of the page.
 *
 * @param counts by state, of all that fits whatever state the filter names
 * @param reasons counts of what awaits a decision, by kind of reason
 * @param overdue of these
 * @param next for {@code after}, to go on behind the last line; null at the end
 */
@RegisterForReflection
record QueueAnswer(Map<String, Long> counts, Map<ReasonKind, Long> reasons, long overdue, List<Line> cases,
        @Nullable String next) {

    /**
     * @param asked null where nobody is asked
     */
    @RegisterForReflection
    record Line(@JsonUnwrapped Subject subject, @JsonUnwrapped Standing standing, @Nullable Asked asked,
            QueueLine.@Nullable Claimed claim, String progress) {
    }

    @RegisterForReflection
    record Subject(UUID submissionId, String organizationId, @JsonUnwrapped CaseSummary.Named agent) {
    }

    /**
     * @param reason cut to what a line can hold
     */
    @RegisterForReflection
    record Standing(CaseState state, @Nullable String reason, @Nullable String verdict, @Nullable Double trustScore,
            @JsonUnwrapped Times times) {
    }

    @RegisterForReflection
    record Times(@Nullable Instant waitingSince, Instant changedAt) {
    }

    /**
     * @param proposedBy who decided against the verdict, so that another reviewer must agree
     */
    @RegisterForReflection
    record Asked(ReasonKind reasonKind, Instant dueAt, boolean overdue, @Nullable String proposedBy) {
    }

    static QueueAnswer of(Queue.Counts counts, List<QueueLine> lines, @Nullable String next, Instant now) {
        return new QueueAnswer(
                counts.states().entrySet().stream()
                        .collect(Collectors.toMap(count -> count.getKey().key(), Map.Entry::getValue)),
                counts.reasons(), counts.overdue(), lines.stream().map(line -> line(line, now)).toList(), next);
    }

    private static Line line(QueueLine line, Instant now) {
        QueueLine.Standing standing = line.standing();
        QueueLine.Asked asked = line.asked();
        boolean waits = standing.state() == CaseState.AWAITING_DECISION;
        return new Line(new Subject(line.submissionId(), standing.organizationId(), line.summary().agent()),
                new Standing(standing.state(), line.summary().reason(), standing.verdict(), line.summary().trustScore(),
                        new Times(waits ? standing.since() : null, standing.changedAt())),
                asked == null ? null : new Asked(asked.reason(), asked.due(), asked.isOverdue(now), asked.proposedBy()),
                line.claim(), "/review/progress/" + line.submissionId());
    }
}
