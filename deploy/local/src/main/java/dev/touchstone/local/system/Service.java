package dev.touchstone.local.system;

import java.util.Locale;

/** The five services. */
public enum Service {

    SUBMISSION(0, 128),
    /** Holds the model of sentence embeddings, which lives outside the heap, and its tokeniser. */
    SANDBOX(1, 256),
    JUDGE(2, 128),
    REVIEW(3, 128),
    TELEMETRY(4, 128);

    private final int place;
    private final int heapMebibytes;

    Service(int place, int heapMebibytes) {
        this.place = place;
        this.heapMebibytes = heapMebibytes;
    }

    /** Its short name, which is also that of its database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name as a process, and that of its module. */
    public String module() {
        return key() + "-service";
    }

    /** Its place in the row of ports. */
    int place() {
        return place;
    }

    int heapMebibytes() {
        return heapMebibytes;
    }
}
