package dev.touchstone.review.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.CaseState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A case in the queue.
 *
 * @param asked null where nobody is asked, or the answer is on its way
 * @param claim null where nobody looks after it
 */
public record QueueLine(UUID submissionId, Standing standing, CaseSummary summary, @Nullable Asked asked,
        @Nullable Claimed claim) {

    /** The open question tells whether somebody proposed; a claim counts while it lasts. */
    static final String SELECT = """
            select c.submission_id, c.organization_id, c.state, c.since, c.changed_at, c.verdict, c.reason, c.agent_name, c.line,
                   case when c.line is null then c.view end as view, e.submission_id as asked, e.proposed_by,
                   k.claimed_by, k.claimed_until
            from review_case c
            left join escalation e on e.submission_id = c.submission_id and e.state = 'open'
            left join case_claim k on k.submission_id = c.submission_id and k.claimed_until > now()""";

    /**
     * @param since when it waits for a person; else when it changed last
     * @param verdict of the jury, null where there is none
     */
    public record Standing(CaseState state, String organizationId, Instant since, Instant changedAt,
            @Nullable String verdict) {
    }

    /**
     * @param due when it becomes overdue
     * @param proposedBy who decided what takes two, so that somebody else must agree; else null
     */
    public record Asked(ReasonKind reason, Instant due, @Nullable String proposedBy) {

        public boolean isOverdue(Instant now) {
            return due.isBefore(now);
        }
    }

    /** Who looks after it, and until when unless they are seen with it again. */
    @RegisterForReflection
    public record Claimed(String by, Instant until) {
    }

    static QueueLine of(Row row, Duration sla) {
        Instant since = at(row, "since");
        Standing standing = new Standing(CaseState.of(row.getString("state")), row.getString("organization_id"), since,
                at(row, "changed_at"), row.getString("verdict"));
        String by = row.getString("claimed_by");
        return new QueueLine(row.getUUID("submission_id"), standing, summary(row),
                row.getUUID("asked") == null ? null : asked(row, since.plus(sla)),
                by == null ? null : new Claimed(by, at(row, "claimed_until")));
    }

    private static Asked asked(Row row, Instant due) {
        String proposedBy = row.getString("proposed_by");
        return new Asked(ReasonKind.stored(row.getString("reason"), proposedBy != null), due, proposedBy);
    }

    /** Of a case from before there were summaries, it is made of the whole. */
    private static CaseSummary summary(Row row) {
        String line = row.getString("line");
        return line == null ? CaseSummary.of(Cases.read(row.getString("view"))) : CaseSummary.read(line);
    }

    private static Instant at(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    /** Where a page ends that ends with this line. */
    QueuePosition position(QueueSection section, QueueOrder order, String agentName) {
        return new QueuePosition(section, order, order.isByTime() ? standing.since().toString() : agentName, submissionId);
    }
}
