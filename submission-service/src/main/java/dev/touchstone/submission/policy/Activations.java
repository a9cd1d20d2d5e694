package dev.touchstone.submission.policy;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Who put which version in force, and why. Rows are only ever added. Concurrency: whoever adds one holds a lock until
 * the commit, so that what was compared with is still the last.
 */
@ApplicationScoped
class Activations {

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtextextended('policy_activation', 0))";

    private static final String ADD = """
            insert into policy_activation (version, reason, activated_by, activated_at)
            values (:version, :reason, :by, :at)""";

    private final Clock clock;

    Activations(Clock clock) {
        this.clock = clock;
    }

    /** Puts the version in force, unless it is. */
    Uni<Boolean> add(String version, String reason, String by) {
        return last().flatMap(last -> last != null && last.version.equals(version)
                ? Uni.createFrom().item(false)
                : insert(version, reason, by).replaceWith(true));
    }

    /** The last one, which stays the last until the caller's transaction ends; null before the first. */
    Uni<@Nullable Activation> last() {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(LOCK, Integer.class).getSingleResult())
                .chain(() -> before(Long.MAX_VALUE, 1))
                .map(newest -> newest.isEmpty() ? null : newest.getFirst());
    }

    /** The newest first; those before {@code number}. */
    Uni<List<Activation>> before(long number, int most) {
        return Panache.getSession().flatMap(session -> session
                .createSelectionQuery("from Activation where number < :number order by number desc", Activation.class)
                .setParameter("number", number).setMaxResults(most).getResultList());
    }

    private Uni<Integer> insert(String version, String reason, String by) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(ADD)
                .setParameter("version", version).setParameter("reason", reason).setParameter("by", by)
                .setParameter("at", clock.instant()).executeUpdate());
    }
}
