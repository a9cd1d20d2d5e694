package dev.touchstone.local.wandb.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.http.Target;

/**
 * The service's limits of file stream requests, per run and per project, each counted over the last second. Off until it is
 * set. The headers tell of the limit of which least is left.
 */
public final class RateLimit {

    private static final Duration SPAN = Duration.ofSeconds(1);

    /**
     * How a request came off.
     *
     * @param reset seconds until something is free again
     */
    public record Quota(boolean granted, int limit, int remaining, double reset) {

        /** @return the answer with the headers that tell a client how fast it may go on */
        public Answer on(Answer answer) {
            return answer.with("RateLimit-Limit", String.valueOf(limit))
                    .with("RateLimit-Remaining", String.valueOf(remaining))
                    .with("RateLimit-Reset", String.format(Locale.ROOT, "%.3f", reset));
        }

        public Answer refusal() {
            return on(Answer.error(429, "rate limit exceeded"))
                    .with("Retry-After", String.valueOf((int) Math.max(1, Math.ceil(reset))));
        }
    }

    private final Map<String, Deque<Instant>> recent = new HashMap<>();
    private int perRun;
    private int perProject;
    private int refused;

    /** @param runs requests per second and run; 0 for no limit; the same for projects */
    public synchronized void set(int runs, int projects) {
        perRun = runs;
        perProject = projects;
        refused = 0;
        recent.clear();
    }

    /** @return empty where no limit is set */
    public synchronized Optional<Quota> take(Target stream, Instant now) {
        String project = stream.segment(1) + "/" + stream.segment(2);
        Optional<Quota> ofRun = peek(project + "/" + stream.segment(3), perRun, now);
        Optional<Quota> ofProject = peek(project, perProject, now);
        Optional<Quota> tighter = ofRun.isPresent() && ofProject.isPresent()
                ? (ofProject.get().remaining() < ofRun.get().remaining() ? ofProject : ofRun)
                : ofRun.or(() -> ofProject);
        if (tighter.isPresent() && tighter.get().granted()) {
            ofRun.ifPresent(quota -> count(project + "/" + stream.segment(3), now));
            ofProject.ifPresent(quota -> count(project, now));
        } else if (tighter.isPresent()) {
            refused++;
        }
        return tighter;
    }

    private Optional<Quota> peek(String name, int limit, Instant now) {
        if (limit == 0) {
            return Optional.empty();
        }
        Deque<Instant> times = recent.computeIfAbsent(name, absent -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(SPAN))) {
            times.removeFirst();
        }
        Instant oldest = times.isEmpty() ? now : times.peekFirst();
        double reset = Duration.between(now, oldest.plus(SPAN)).toMillis() / 1_000.0;
        boolean granted = times.size() < limit;
        return Optional.of(new Quota(granted, limit, granted ? limit - times.size() - 1 : 0, reset));
    }

    private void count(String name, Instant now) {
        recent.computeIfAbsent(name, absent -> new ArrayDeque<>()).addLast(now);
    }

    public synchronized ObjectNode toJson() {
        return Json.object().put("requestsPerSecond", perRun).put("projectRequestsPerSecond", perProject)
                .put("refused", refused);
    }
}
