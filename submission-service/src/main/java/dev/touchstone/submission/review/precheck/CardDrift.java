package dev.touchstone.submission.review.precheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.submission.card.Snapshot;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** How the card at its address differs from the snapshot that is under review. The review goes on with the snapshot. */
sealed interface CardDrift {

    /** The card was submitted itself, so there is no address to look at. */
    record NoAddress() implements CardDrift {
    }

    record Unchanged() implements CardDrift {
    }

    /** Top-level members by name. */
    @RegisterForReflection
    record Changed(List<String> added, List<String> removed, List<String> changed) implements CardDrift {

        public Changed {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            changed = List.copyOf(changed);
        }

        List<String> all() {
            List<String> all = new ArrayList<>(added);
            all.addAll(removed);
            all.addAll(changed);
            return all;
        }
    }

    /** There is no card there to compare with. */
    record Unknown(String reason) implements CardDrift {
    }

    /** Names of members are hostile text, and there may be any number of them. */
    int MOST_NAMES = 20;
    int LONGEST_NAME = 100;

    static CardDrift between(JsonNode snapshot, JsonNode now) {
        if (!now.isObject()) {
            return new Unknown("what is there is no object");
        }
        try {
            return differences(snapshot, now);
        } catch (IllegalArgumentException withoutForm) {
            return new Unknown("what is there holds what no card can hold");
        }
    }

    private static CardDrift differences(JsonNode snapshot, JsonNode now) {
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        snapshot.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            differing(name, snapshot, now, added, removed, changed).ifPresent(list -> list.add(shown(name)));
        }
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() ? new Unchanged()
                : new Changed(few(added), few(removed), few(changed));
    }

    private static Optional<List<String>> differing(String name, JsonNode snapshot, JsonNode now, List<String> added,
            List<String> removed, List<String> changed) {
        if (!snapshot.has(name)) {
            return Optional.of(added);
        }
        if (!now.has(name)) {
            return Optional.of(removed);
        }
        return digest(snapshot, name).equals(digest(now, name)) ? Optional.empty() : Optional.of(changed);
    }

    /** Within an object, since a canonical form is only defined here for documents. */
    private static String digest(JsonNode card, String name) {
        return Snapshot.digest(JsonNodeFactory.instance.objectNode().set("member", card.get(name)));
    }

    private static String shown(String name) {
        String visible = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
        return visible.length() <= LONGEST_NAME ? visible : visible.substring(0, LONGEST_NAME) + "…";
    }

    private static List<String> few(List<String> names) {
        if (names.size() <= MOST_NAMES) {
            return names;
        }
        List<String> few = new ArrayList<>(names.subList(0, MOST_NAMES));
        few.add("and " + (names.size() - MOST_NAMES) + " more");
        return few;
    }
}
