package dev.touchstone.telemetry.wandb;

/** What of a metric's values its summary shows. The numbers are those of W&amp;B's metric definitions. */
public enum SummaryKind {

    MIN(1),
    MAX(2),
    MEAN(3),
    BEST(4),
    LAST(5),
    NONE(6),
    COPY(7),
    FIRST(8);

    private final int number;

    SummaryKind(int number) {
        this.number = number;
    }

    /** As in {@code _wandb.m} and in offline records. */
    public int number() {
        return number;
    }
}
