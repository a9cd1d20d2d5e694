package dev.touchstone.local.wandb.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A run's alerts. One whose title was delivered within the wait that it names itself is kept back. */
public final class Alerts {

    private final List<Alert> alerts = new ArrayList<>();

    public synchronized void raise(Instant at, String severity, String title, String text, Duration wait) {
        boolean tooSoon = alerts.stream().anyMatch(earlier -> earlier.delivered() && earlier.title().equals(title)
                && at.isBefore(earlier.at().plus(wait)));
        alerts.add(new Alert(at, severity, title, text, !tooSoon));
    }

    public synchronized List<Alert> all() {
        return List.copyOf(alerts);
    }
}
