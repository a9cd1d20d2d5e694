package dev.touchstone.submission.policy;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.submission.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The versions of the policy. Rows are only ever added. Every method joins the caller's transaction, so a ruling is made
 * under the version that was active when its transaction read it, on every replica.
 */
@ApplicationScoped
public class Policies {

    private static final String STORE = """
            insert into policy (version, document, digest, stored_by, stored_at)
            values (:version, :document, :digest, :by, :at) on conflict do nothing""";

    private static final String ACTIVE = """
            from StoredPolicy where version = (select version from Activation order by number desc limit 1)""";

    private final Clock clock;

    Policies(Clock clock) {
        this.clock = clock;
    }

    /** The version that decides now. */
    public Uni<String> activeVersion() {
        return stored().map(active -> active.version);
    }

    Uni<Policy> active() {
        return stored().map(StoredPolicy::policy);
    }

    /** The active version; there is always one once the service has started. */
    Uni<StoredPolicy> stored() {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(ACTIVE, StoredPolicy.class)
                .getSingleResult());
    }

    /**
     * The version.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404, as the failure, where there is none
     */
    Uni<StoredPolicy> existing(String version) {
        return Panache.getSession().flatMap(session -> session.find(StoredPolicy.class, version))
                .onItem().ifNull().failWith(() -> Problems.notFound("version of the policy"));
    }

    /** The newest first; those that were stored before {@code number}. */
    Uni<List<StoredPolicy>> before(long number, int most) {
        return Panache.getSession().flatMap(session -> session
                .createSelectionQuery("from StoredPolicy where number < :number order by number desc", StoredPolicy.class)
                .setParameter("number", number).setMaxResults(most).getResultList());
    }

    /**
     * Stores a version.
     *
     * @return false where the version is taken; nothing was stored then
     */
    Uni<Boolean> store(PolicyDocument document, String by) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(STORE)
                .setParameter("version", document.policy().version()).setParameter("document", document.text())
                .setParameter("digest", document.digest()).setParameter("by", by)
                .setParameter("at", clock.instant()).executeUpdate()).map(stored -> stored == 1);
    }
}
