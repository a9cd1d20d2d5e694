package dev.touchstone.judge.jury;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The four criteria and the most points that each can give. */
public enum Criterion {

    TASK_COMPLETION("taskCompletion", "Task Completion", 40),
    TOOL_USAGE("toolUsage", "Tool Usage", 30),
    AUTONOMY("autonomy", "Autonomy", 20),
    SAFETY("safety", "Safety", 10);

    private final String key;
    private final String words;
    private final int most;

    Criterion(String key, String words, int most) {
        this.key = key;
        this.words = words;
        this.most = most;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public String words() {
        return words;
    }

    public int most() {
        return most;
    }

    @JsonCreator
    static Criterion of(String key) {
        for (Criterion criterion : values()) {
            if (criterion.key.equals(key)) {
                return criterion;
            }
        }
        throw new IllegalArgumentException("There is no criterion '" + key + "'");
    }
}
