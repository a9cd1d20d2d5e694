package dev.touchstone.local.wandb.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What charts run along. */
enum Axis {
    STEP,
    TIME;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    /** Clients are known to send absurd times; what is no date is shown as a number. */
    private static final double LAST_DATE = 1e11;

    static Axis of(String name) {
        return name.equals("time") ? TIME : STEP;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    double of(HistoryRow row) {
        return switch (this) {
            case STEP -> row.position();
            case TIME -> row.number("_timestamp").orElse(row.position());
        };
    }

    String label(double x) {
        return switch (this) {
            case STEP -> Numbers.brief(x);
            case TIME -> Math.abs(x) < LAST_DATE ? CLOCK.format(Instant.ofEpochMilli((long) (x * 1_000))) : Numbers.brief(x);
        };
    }

    String title() {
        return switch (this) {
            case STEP -> "step";
            case TIME -> "time (UTC)";
        };
    }
}
