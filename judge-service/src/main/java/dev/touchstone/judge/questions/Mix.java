package dev.touchstone.judge.questions;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.touchstone.judge.questions.Provenance.Source;

/**
 * Chooses which questions are asked: of each source its share, within a source each perspective in turn, and nothing twice.
 * Pure: the same drafts give the same questions, in the same order and under the same ids.
 */
public final class Mix {

    /** Of what says the same, the first is asked: what the agent has answered in this round it is not asked again. */
    private static final List<Source> ORDER = List.of(Source.FUNCTIONAL, Source.SECURITY, Source.CARD, Source.MODEL);
    /** Who may take the places that others leave. A model may not: easy questions could water a veto down. */
    private static final List<Source> HEIRS = List.of(Source.CARD, Source.FUNCTIONAL, Source.SECURITY);

    private final int limit;
    private final Map<Source, Deque<Draft>> waiting = new EnumMap<>(Source.class);
    private final Map<Perspective, Integer> counts = new EnumMap<>(Perspective.class);
    private final Set<String> asked = new HashSet<>();
    private final List<Question> questions = new ArrayList<>();

    private Mix(List<Draft> drafts, int limit) {
        this.limit = limit;
        for (Source source : ORDER) {
            waiting.put(source,
                    inTurn(drafts.stream().filter(draft -> draft.provenance().source() == source).toList()));
        }
    }

    /**
     * @param drafts within a source the weightier first
     * @param limit the most questions, at least 3
     */
    public static List<Question> of(List<Draft> drafts, int limit) {
        return new Mix(drafts, limit).choose();
    }

    /** The most questions of a source while others have enough of their own. */
    public static int share(Source source, int limit) {
        return switch (source) {
            case FUNCTIONAL, SECURITY -> Math.max(1, limit / 4);
            case MODEL -> limit / 8;
            case CARD -> limit - share(Source.FUNCTIONAL, limit) - share(Source.SECURITY, limit) - share(Source.MODEL, limit);
        };
    }

    private List<Question> choose() {
        for (Source source : ORDER) {
            int share = share(source, limit);
            for (int taken = 0; taken < share && take(source); taken++) {
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Source source : HEIRS) {
                more |= take(source);
            }
        }
        return List.copyOf(questions);
    }

    /** Whether there was one left that is not asked yet, and a place for it. */
    private boolean take(Source source) {
        Deque<Draft> drafts = waiting.getOrDefault(source, new ArrayDeque<>());
        while (questions.size() < limit && !drafts.isEmpty()) {
            Draft draft = drafts.removeFirst();
            // Who says the same and expects something else asks something else: no maker can write our question away.
            if (asked.add(draft.expectation().key() + " " + sense(draft.text()))) {
                questions.add(draft.numbered(counts.merge(draft.perspective(), 1, Integer::sum)));
                return true;
            }
        }
        return false;
    }

    /** What is left of a question without case, width, blanks and signs. */
    private static String sense(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]",
                "");
        return bare.isEmpty() ? text : bare;
    }

    private static Deque<Draft> inTurn(List<Draft> drafts) {
        Map<Perspective, List<Draft>> byPerspective = new EnumMap<>(Perspective.class);
        drafts.forEach(draft -> byPerspective.computeIfAbsent(draft.perspective(), ignored -> new ArrayList<>()).add(draft));
        List<Iterator<Draft>> queues = new ArrayList<>(byPerspective.values().stream().map(List::iterator).toList());
        Deque<Draft> inTurn = new ArrayDeque<>();
        while (!queues.isEmpty()) {
            queues.removeIf(queue -> !queue.hasNext());
            queues.forEach(queue -> inTurn.addLast(queue.next()));
        }
        return inTurn;
    }
}
