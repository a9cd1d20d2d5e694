package dev.touchstone.review.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.JsonDifferences;
import dev.touchstone.review.JsonDifferences.Difference;
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.check.Hashes;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Writes a submission's entries anew from its events and compares them with those that are stored. Only their place in the
 * ledger is taken from the stored ones: it is the order in which the events of all submissions came, which no single one knows.
 */
public final class LedgerReplay {

    private final Map<String, Timeline.Entry> untold = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private String previous = Hashes.NONE;

    private LedgerReplay(List<Timeline.Entry> timeline) {
        timeline.forEach(told -> untold.put(told.event().id().toString(), told));
    }

    /**
     * What is not as the events tell it.
     *
     * @param index null where an entry lacks
     * @param fault {@code no-event}: nothing of what it records is in the timeline; {@code no-entry}: the event left none;
     *        {@code other-content}; {@code other-hash}: the stored one is not the text's
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Fault(@Nullable Long index, @Nullable String eventId, String fault, List<Difference> differences) {

        public Fault {
            differences = List.copyOf(differences);
        }
    }

    /** Every fault of the stored entries, given in the ledger's order; none where they are what the events make of them. */
    static List<Fault> compare(List<Entry> stored, List<Timeline.Entry> timeline) {
        LedgerReplay replay = new LedgerReplay(timeline);
        stored.forEach(replay::check);
        replay.untold.values().forEach(replay::lacks);
        return List.copyOf(replay.faults);
    }

    private void check(Entry entry) {
        JsonNode text = parsed(entry.text());
        String eventId = text.path("eventId").asText();
        Timeline.Entry told = untold.remove(eventId);
        if (told == null) {
            add(entry, eventId, "no-event", List.of());
        } else {
            Head head = new Head(entry.index(), text.path("previousHash").asText(), previous);
            compare(entry, text, eventId, derived(told, head));
        }
        if (!entry.leafHash().equals(Hashes.leaf(entry.text()))) {
            add(entry, eventId, "other-hash", List.of());
        }
        previous = entry.leafHash();
    }

    private void compare(Entry entry, JsonNode text, String eventId, Optional<Entry> derived) {
        if (derived.isEmpty()) {
            add(entry, eventId, "no-event", List.of());
        } else if (!derived.get().text().equals(entry.text())) {
            add(entry, eventId, "other-content", JsonDifferences.between(text, parsed(derived.get().text())));
        }
    }

    private void lacks(Timeline.Entry told) {
        if (derived(told, Head.EMPTY).isPresent()) {
            faults.add(new Fault(null, told.event().id().toString(), "no-entry", List.of()));
        }
    }

    private void add(Entry entry, String eventId, String fault, List<Difference> differences) {
        faults.add(new Fault(entry.index(), eventId.isEmpty() ? null : eventId, fault, differences));
    }

    private static Optional<Entry> derived(Timeline.Entry told, Head head) {
        StageEvent event = told.event();
        return Entries.of(event, told.json().getBytes(StandardCharsets.UTF_8), head);
    }

    private static JsonNode parsed(String text) {
        try {
            return EventJson.mapper().readTree(text);
        } catch (IOException damaged) {
            return MissingNode.getInstance();
        }
    }
}
