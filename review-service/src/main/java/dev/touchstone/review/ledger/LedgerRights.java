package dev.touchstone.review.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Blocking;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;

/** Tells an operator at the start if the database would let this service undo the ledger. */
@ApplicationScoped
class LedgerRights {

    private static final Logger LOG = Logger.getLogger(LedgerRights.class);
    /** What the owner has, and a superuser; triggers refuse it, and who has it can drop them. */
    private static final String MAY_DELETE = "select has_table_privilege('ledger_entry', 'delete')";

    private final LaunchMode mode;

    LedgerRights(LaunchMode mode) {
        this.mode = mode;
    }

    void start(@Observes StartupEvent event) {
        if (mode == LaunchMode.NORMAL && mayDelete()) {
            LOG.warn("ledger belongs to the role that this service runs as; see quarkus.flyway.username in the README");
        }
    }

    boolean mayDelete() {
        return Blocking.inTransaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(MAY_DELETE, Boolean.class).getSingleResult()));
    }
}
