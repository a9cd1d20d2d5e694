package dev.touchstone.telemetry.offline;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The closed segments. Every method joins the caller's transaction; whoever closes one holds the lock of the run, or the
 * key keeps the second one out.
 */
@ApplicationScoped
public class Segments {

    private static final String OF = "from SegmentRecord s where s.key.submissionId = :submission order by s.key.number";

    /** The first to have got it counts. */
    private static final String GIVEN = """
            update SegmentRecord s set s.givenAt = :now
            where s.key.submissionId = :submission and s.key.number >= :first and s.key.number < :end and s.givenAt is null""";

    private final Clock clock;

    Segments(Clock clock) {
        this.clock = clock;
    }

    /** In order. */
    public Uni<List<ClosedSegment>> of(UUID submission) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(OF, SegmentRecord.class)
                .setParameter("submission", submission).getResultList())
                .map(rows -> rows.stream().map(SegmentRecord::closed).toList());
    }

    public Uni<ClosedSegment> close(UUID submission, Segment segment, ClosedSegment.Reason reason) {
        SegmentRecord row = SegmentRecord.of(submission, segment, reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Panache.getSession().flatMap(session -> session.persist(row)).replaceWith(row::closed);
    }

    /**
     * Somebody has got them.
     *
     * @param first number
     * @param end the number after the last
     */
    public Uni<Void> given(UUID submission, int first, int end) {
        return Panache.getSession().flatMap(session -> session.createMutationQuery(GIVEN)
                .setParameter("now", clock.instant()).setParameter("submission", submission)
                .setParameter("first", first).setParameter("end", end).executeUpdate()).replaceWithVoid();
    }
}
