package dev.touchstone.telemetry.weave;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.weave.WeaveTraces;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Passes exports on to Weave, one after the other, from a queue of bounded size. While Weave is away the oldest is tried
 * again and the queue fills; once it is full, new ones are dropped, and then the one that could not be sent, so
 * that one that Weave never takes cannot stand in the way of all others. What is dropped is counted. What waits is lost with
 * the process.
 */
@ApplicationScoped
class TraceForwarding {

    private static final Logger LOG = Logger.getLogger(TraceForwarding.class);
    private static final String EXPORTS = "touchstone.weave.exports";

    private final Weave weave;
    private final WeaveConfig config;
    private final MeterRegistry meters;
    private final TraceQueue queue;
    private final Thread thread = Thread.ofVirtual().name("weave").unstarted(this::run);
    /** Only the forwarding thread knows it: why the last export was not taken; a change is worth a line in the log. */
    private String trouble = "";

    TraceForwarding(Weave weave, WeaveConfig config, MeterRegistry meters) {
        this.weave = weave;
        this.config = config;
        this.meters = meters;
        this.queue = new TraceQueue(config.queueBytes());
        Gauge.builder("touchstone.weave.queue", queue, TraceQueue::bytes).baseUnit("bytes").register(meters);
        // So that a dashboard shows a zero instead of nothing.
        for (Outcome outcome : Outcome.values()) {
            count(outcome, 0);
        }
    }

    void start(@Observes StartupEvent event) {
        if (isOn()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(1));
    }

    boolean isOn() {
        return weave.traces().isPresent();
    }

    /** False where the export had to be dropped. Never waits. */
    boolean accept(byte[] export) {
        boolean accepted = queue.offer(export);
        if (!accepted) {
            count(Outcome.DROPPED, 1);
        }
        return accepted;
    }

    private void run() {
        WeaveTraces traces = weave.traces().orElseThrow();
        int tries = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                byte[] export = queue.first();
                tries = settle(traces.export(export), tries);
            } catch (InterruptedException stopped) {
                LOG.debugf("weave forwarding stopped with %d bytes waiting", queue.bytes());
                return;
            }
        }
    }

    /** @return how often the export that is first now was tried in vain */
    private int settle(Answer<Boolean> answer, int tries) throws InterruptedException {
        return switch (answer) {
            case Accepted<Boolean>(Boolean whole, Duration ignored) -> done(whole ? Outcome.SENT : Outcome.PARTIAL, "");
            case Refused<Boolean> refused -> done(Outcome.REFUSED, refused.reason());
            case Later<Boolean>(int status, String reason, var after) -> again(tries, reason, after.orElse(backoff(tries)));
        };
    }

    private int again(int tries, String reason, Duration wait) throws InterruptedException {
        notice(reason);
        Thread.sleep(wait);
        if (queue.isCrowded()) {
            return done(Outcome.DROPPED, reason);
        }
        count(Outcome.RETRIED, 1);
        return tries + 1;
    }

    private int done(Outcome outcome, String reason) {
        queue.removeFirst();
        count(outcome, 1);
        notice(reason);
        return 0;
    }

    private Duration backoff(int tries) {
        Duration wait = config.retryWait().multipliedBy(1L << Math.min(tries, 16));
        return wait.compareTo(config.longestRetryWait()) < 0 ? wait : config.longestRetryWait();
    }

    private void notice(String reason) {
        if (!reason.equals(trouble)) {
            LOG.warnf("weave %s", reason.isEmpty() ? "takes traces again" : "takes no traces: " + reason);
            trouble = reason;
        }
    }

    private void count(Outcome outcome, int exports) {
        meters.counter(EXPORTS, "outcome", outcome.key).increment(exports);
    }

    /** What became of an export; {@code RETRIED} is of a try. */
    private enum Outcome {

        SENT("sent"),
        /** Sent, and Weave did not take all spans of it. */
        PARTIAL("partial"),
        REFUSED("refused"),
        DROPPED("dropped"),
        RETRIED("retried");

        private final String key;

        Outcome(String key) {
            this.key = key;
        }
    }
}
