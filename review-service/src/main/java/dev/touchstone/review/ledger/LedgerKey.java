package dev.touchstone.review.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.review.ledger.note.NoteKey;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;

/** The key of this installation. Without one the service does not start, unless it runs on somebody's own machine. */
@ApplicationScoped
public class LedgerKey {

    private static final Logger LOG = Logger.getLogger(LedgerKey.class);

    private final SigningKey key;

    LedgerKey(LedgerConfig config, LaunchMode mode) {
        key = SigningKey.of(config.origin(), config.signingKey(), mode == LaunchMode.NORMAL);
    }

    void start(@Observes StartupEvent event) {
        if (key.isDevelopment()) {
            LOG.warnf("ledger heads are signed with a key that everybody has: %s", verifier().text());
        } else {
            LOG.infof("ledger heads are signed with %s", verifier().text());
        }
    }

    SigningKey signing() {
        return key;
    }

    /** By which others check what was signed. */
    public NoteKey verifier() {
        return key.signer().key();
    }

    /** Whether everybody has the key, so that a checkpoint proves nothing; to be said wherever one is shown. */
    public boolean isDevelopment() {
        return key.isDevelopment();
    }
}
