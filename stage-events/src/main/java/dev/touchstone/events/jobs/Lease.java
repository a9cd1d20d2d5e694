package dev.touchstone.events.jobs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

/** Renews a job's lease three times in its span until closed, and interrupts the worker if it is no longer its own. */
final class Lease implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Lease.class);

    private final Semaphore look = new Semaphore(0);
    private final Thread renewer;
    private final Consumer<Lease> closed;

    private Lease(Job job, Jobs jobs, Duration span, Consumer<Lease> closed) {
        Thread worker = Thread.currentThread();
        this.closed = closed;
        this.renewer = Thread.ofVirtual().name("lease-" + job.id()).unstarted(() -> renew(job, jobs, span, worker));
    }

    /**
     * Keeps the lease for the calling thread.
     *
     * @param closed told when the lease is closed
     */
    static Lease keep(Job job, Jobs jobs, Duration span, Consumer<Lease> closed) {
        Lease lease = new Lease(job, jobs, span, closed);
        lease.renewer.start();
        return lease;
    }

    /** Has the lease renewed now, since something may have happened to the job. */
    void look() {
        look.release();
    }

    private void renew(Job job, Jobs jobs, Duration span, Thread worker) {
        try {
            while (true) {
                look.tryAcquire(span.dividedBy(3).toMillis(), TimeUnit.MILLISECONDS);
                look.drainPermits();
                if (!renewed(job, jobs)) {
                    worker.interrupt();
                    return;
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that is away takes no lease from anybody; the fence decides once it is back. */
    private static boolean renewed(Job job, Jobs jobs) {
        try {
            return jobs.renew(job);
        } catch (RuntimeException unavailable) {
            LOG.debugf("lease of job %s not renewed: %s", job.id(), unavailable.toString());
            return true;
        }
    }

    @Override
    public void close() {
        closed.accept(this);
        renewer.interrupt();
    }
}
