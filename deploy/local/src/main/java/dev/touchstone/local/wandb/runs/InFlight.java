package dev.touchstone.local.wandb.runs;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.touchstone.local.wandb.http.Target;

/**
 * Notices requests of one writer that overlap. A turn ends before its answer is sent: as soon as a client has the answer it
 * may send the next request.
 */
public final class InFlight {

    /** The time between a request and its answer. It may be ended twice. */
    public interface Turn extends AutoCloseable {

        @Override
        void close();
    }

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final Violations violations;

    public InFlight(Violations violations) {
        this.violations = violations;
    }

    /** @param headers by lower-case name */
    public Turn begin(Target target, Map<String, String> headers, Instant at) {
        if (!target.isFileStream()) {
            return () -> {
            };
        }
        String run = target.segment(1) + "/" + target.segment(2) + "/" + target.segment(3);
        String writer = run + " " + headers.getOrDefault("x-wandb-async-client-id", "");
        if (open.merge(writer, 1, Integer::sum) > 1) {
            violations.of(run, at).report(Rule.IN_FLIGHT, "file_stream", null,
                    "a request came while another was not answered yet");
        }
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (!ended.getAndSet(true)) {
                open.computeIfPresent(writer, (key, requests) -> requests == 1 ? null : requests - 1);
            }
        };
    }
}
