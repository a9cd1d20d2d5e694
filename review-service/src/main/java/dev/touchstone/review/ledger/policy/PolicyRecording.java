package dev.touchstone.review.ledger.policy;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.review.ledger.Ledger;
import dev.touchstone.review.ledger.PolicyActivation;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Brings every activation of a policy into the ledger, once and in order. Concurrency: every replica asks; what another one has
 * appended meanwhile is seen under the ledger's lock and left out.
 */
@ApplicationScoped
class PolicyRecording {

    private static final Logger LOG = Logger.getLogger(PolicyRecording.class);

    private final PolicySource source;
    private final Ledger ledger;
    private final PolicyConfig config;
    private final Thread thread = Thread.ofVirtual().name("ledger-policy").unstarted(this::run);

    PolicyRecording(PolicySource source, Ledger ledger, PolicyConfig config) {
        this.source = source;
        this.ledger = ledger;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(1));
    }

    private void run() {
        try {
            while (true) {
                try {
                    look();
                } catch (IOException | RuntimeException away) {
                    LOG.debugf("policies: nothing heard from submission-service: %s", away.toString());
                }
                Thread.sleep(config.interval());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws IOException if submission-service cannot be asked; nothing is lost by that */
    void look() throws IOException, InterruptedException {
        long last = Blocking.inTransaction(ledger::lastActivation);
        for (PolicyActivation activation : source.after(last)) {
            boolean appended = Blocking.inTransaction(() -> ledger.append(activation));
            if (appended) {
                LOG.infof("ledger policy version=%s activation=%d", activation.version(), activation.number());
            }
        }
    }
}
