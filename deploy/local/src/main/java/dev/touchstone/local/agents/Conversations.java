package dev.touchstone.local.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What users said, by context: the last texts of the contexts that were used last. */
final class Conversations {

    private static final int CONTEXTS = 1_000;
    private static final int TURNS = 20;

    private final Map<String, List<String>> byContext = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > CONTEXTS;
        }
    };

    /** @return what was said before, oldest first */
    synchronized List<String> say(String contextId, String text) {
        List<String> said = byContext.computeIfAbsent(contextId, unknown -> new ArrayList<>());
        List<String> earlier = List.copyOf(said);
        said.add(text);
        if (said.size() > TURNS) {
            said.removeFirst();
        }
        return earlier;
    }
}
