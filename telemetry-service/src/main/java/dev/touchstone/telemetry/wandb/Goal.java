package dev.touchstone.telemetry.wandb;

/** Which values of a metric are the better ones. The numbers are those of W&amp;B's metric definitions. */
public enum Goal {

    MINIMIZE(1),
    MAXIMIZE(2);

    private final int number;

    Goal(int number) {
        this.number = number;
    }

    /** As in {@code _wandb.m} and in offline records. */
    public int number() {
        return number;
    }
}
