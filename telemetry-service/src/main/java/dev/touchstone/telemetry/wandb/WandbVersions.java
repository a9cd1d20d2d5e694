package dev.touchstone.telemetry.wandb;

import java.util.Locale;

/** What this client says about itself. */
public final class WandbVersions {

    public static final String PRODUCER = "touchstone-telemetry-service/0.1";

    /** The official client whose protocol this one speaks. Old servers parse it, so it must look like theirs. */
    public static final String CLI = "0.28.2";

    /** The oldest server that official clients name as a reader of offline runs. */
    public static final String OLDEST_READER = "0.70.0";

    private WandbVersions() {
    }

    /** As in {@code linux-x86_64}. */
    public static String platform() {
        String architecture = System.getProperty("os.arch", "unknown").replace("amd64", "x86_64");
        String system = System.getProperty("os.name", "unknown").replace(' ', '-');
        return (system + "-" + architecture).toLowerCase(Locale.ROOT);
    }
}
