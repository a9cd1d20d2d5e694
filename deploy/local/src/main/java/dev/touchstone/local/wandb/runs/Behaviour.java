package dev.touchstone.local.wandb.runs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tests may set while the emulator runs, for what differs between servers or is not documented. */
public final class Behaviour {

    /** What the answers of this emulator assume of a client, and what they do without. */
    private static final List<String> ON = List.of("CLIENT_IDS", "LARGE_FILENAMES", "EXPAND_DEFINED_METRIC_GLOBS",
            "FILESTREAM_GZIP", "MARK_RUN_FILES_UPLOADED", "USE_ARTIFACT_WITH_ENTITY_AND_PROJECT_INFORMATION");

    private final Map<String, Boolean> features = new LinkedHashMap<>();
    private Duration silence;
    private int deletedStatus = 409;

    public Behaviour(Duration silence) {
        this.silence = silence;
        ON.forEach(name -> features.put(name, true));
        features.put("STRUCTURED_CONSOLE_LOGS", false);
    }

    public synchronized Map<String, Boolean> features() {
        return new LinkedHashMap<>(features);
    }

    public synchronized void feature(String name, boolean enabled) {
        features.put(name, enabled);
    }

    /** After this a running run that said nothing counts as crashed. */
    public synchronized Duration silence() {
        return silence;
    }

    public synchronized void silence(Duration other) {
        silence = other;
    }

    /** How the id of a deleted run is refused: 409, or 400 as older servers do. */
    public synchronized int deletedStatus() {
        return deletedStatus;
    }

    public synchronized void deletedStatus(int status) {
        deletedStatus = status;
    }
}
