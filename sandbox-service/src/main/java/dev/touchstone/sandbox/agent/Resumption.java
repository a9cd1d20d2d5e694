package dev.touchstone.sandbox.agent;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a conversation goes on: in a context, and while the agent waits for more in one of its tasks. To everybody else it
 * is a key without meaning.
 */
record Resumption(@Nullable String contextId, @Nullable String taskId) {

    /** Ids are the agent's to choose, but they go into every further request. */
    private static final int LONGEST_ID = 512;
    /** As no id has it: one with a control character is none. */
    private static final char BETWEEN = '\n';

    static Resumption of(@Nullable String key) {
        int between = key == null ? -1 : key.indexOf(BETWEEN);
        return key == null || between < 0 ? new Resumption(key, null)
                : new Resumption(between == 0 ? null : key.substring(0, between), key.substring(between + 1));
    }

    @Nullable
    String key() {
        return taskId == null ? contextId : (contextId == null ? "" : contextId) + BETWEEN + taskId;
    }

    /** A member that can serve as an id; null where there is none. */
    static @Nullable String id(JsonNode owner, String name) {
        String id = owner.path(name).textValue();
        return id == null || id.isEmpty() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl) ? null
                : id;
    }
}
