package dev.touchstone.review.record;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.JsonDifferences;
import dev.touchstone.review.JsonDifferences.Difference;
import dev.touchstone.review.Judgings;
import dev.touchstone.review.cases.Cases;
import dev.touchstone.review.human.Asked;
import dev.touchstone.review.human.Questions;
import dev.touchstone.review.ledger.Ledger.Replayed;
import dev.touchstone.review.ledger.LedgerReplay;
import dev.touchstone.review.ledger.check.CanonicalJson;
import dev.touchstone.review.ledger.check.Hashes;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A review told once more from its events, beside what is stored of it.
 *
 * @param equal whether all that is stored follows from the events, and all that follows is stored
 * @param events how many were replayed
 */
@RegisterForReflection
record Replay(UUID submissionId, boolean equal, int events, State state, Ledger ledger) {

    /**
     * The case, what the queue shows of it, and what people were asked.
     *
     * @param stored SHA-256 of the RFC 8785 form of what is stored
     * @param replayed the same of what follows from the events
     * @param judgings the judge's attempts, which are told from the events for each page and not stored
     */
    @RegisterForReflection
    record State(boolean equal, String stored, String replayed, int questions, int judgings, List<Difference> differences) {
    }

    /** @param entries how many are stored */
    @RegisterForReflection
    record Ledger(boolean equal, int entries, List<LedgerReplay.Fault> faults) {
    }

    /**
     * @param document all that is stored of the case
     * @param asked all that is stored of what people were asked
     */
    static Replay of(List<StageEvent> events, JsonNode document, List<Asked> asked, Replayed ledger) {
        List<Asked> expected = Questions.of(events);
        State state = state(events, page(document, asked), page(Cases.documentOf(CaseView.of(events)), known(expected, asked)));
        Ledger entries = new Ledger(ledger.faults().isEmpty(), ledger.entries(), ledger.faults());
        return new Replay(events.getFirst().submissionId(), state.equal() && entries.equal(), events.size(), state, entries);
    }

    /** Nobody is asked what was withdrawn before its request came here; so it may not be stored. */
    private static List<Asked> known(List<Asked> expected, List<Asked> stored) {
        return expected.stream().filter(question -> !question.isWithdrawn() || stored.contains(question)).toList();
    }

    private static JsonNode page(JsonNode document, List<Asked> questions) {
        ObjectNode page = EventJson.mapper().createObjectNode();
        page.set("case", document);
        page.set("questions", EventJson.mapper().valueToTree(questions));
        return page;
    }

    private static State state(List<StageEvent> events, JsonNode stored, JsonNode replayed) {
        String storedDigest = digest(stored);
        String replayedDigest = digest(replayed);
        return new State(storedDigest.equals(replayedDigest), storedDigest, replayedDigest,
                replayed.path("questions").size(), Judgings.of(events).size(),
                JsonDifferences.between(stored, replayed));
    }

    private static String digest(JsonNode page) {
        return "sha256:" + Hashes.plain(CanonicalJson.of(page.toString()));
    }
}
