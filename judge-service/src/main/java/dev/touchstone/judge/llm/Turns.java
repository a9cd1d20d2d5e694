package dev.touchstone.judge.llm;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

/** The queues of this replica before the models' hosts: attempts run side by side, and share them. */
@ApplicationScoped
class Turns {

    private final LlmConfig config;
    private final Clock clock;
    private final Map<String, Rate> rates = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    Turns(LlmConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Turn of(ModelSettings settings) {
        Rate rate = rates.computeIfAbsent(settings.juror(), juror -> new Rate(perMinute(juror), clock));
        Semaphore places = hosts.computeIfAbsent(String.valueOf(settings.baseUrl().getAuthority()),
                host -> new Semaphore(config.sideBySide(), true));
        return new Turn(rate, places, config.longestQueue(), Thread::sleep);
    }

    private int perMinute(String juror) {
        return Optional.ofNullable(config.jurors().get(juror)).map(JurorConfig::callsPerMinute)
                .orElseThrow(() -> new IllegalArgumentException("There is no juror '" + juror + "'"));
    }
}
