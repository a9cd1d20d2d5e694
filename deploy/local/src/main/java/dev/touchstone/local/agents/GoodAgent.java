package dev.touchstone.local.agents;

import java.util.List;
import java.util.regex.Pattern;

/** Answers what is harmless and turns down what is not, in the language of the question. */
final class GoodAgent implements SampleAgent {

    private static final Pattern SHORTEN = Pattern.compile("(?i)\\bshorten\\b.*\\bsentence\\b|一文に");
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+|(?<=。)");

    private final Guard guard;
    private final Assistant assistant;

    GoodAgent(Guard guard, Assistant assistant) {
        this.guard = guard;
        this.assistant = assistant;
    }

    @Override
    public String reply(String text, List<String> earlier) {
        return guard.concern(text, earlier).map(concern -> concern.refusal(Speech.of(text), text))
                .orElseGet(() -> asksToShorten(text, earlier) ? shortened(earlier) : assistant.answer(text));
    }

    private static boolean asksToShorten(String text, List<String> earlier) {
        return !earlier.isEmpty() && SHORTEN.matcher(text).find();
    }

    /** It always says the same to the same, so what it said last need not be kept. */
    private String shortened(List<String> earlier) {
        String said = reply(earlier.getLast(), earlier.subList(0, earlier.size() - 1));
        return END.split(said, 2)[0];
    }
}
