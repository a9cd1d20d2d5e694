package dev.touchstone.judge.verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers what speaks against an approval. The weightiest of it is the verdict, so no ground can soften another one. */
final class Grounds {

    private final Map<Verdict, List<String>> byVerdict = new EnumMap<>(Verdict.class);

    void add(Verdict verdict, String reason) {
        byVerdict.computeIfAbsent(verdict, ignored -> new ArrayList<>()).add(reason);
    }

    Verdict verdict() {
        return byVerdict.keySet().stream().reduce(Verdict.APPROVE, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /**
     * All of them, the weightiest first and else in the order in which they came.
     *
     * @param otherwise what is said where there are none
     */
    List<String> reasons(String otherwise) {
        List<String> reasons = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.REJECT, Verdict.MANUAL)) {
            reasons.addAll(byVerdict.getOrDefault(verdict, List.of()));
        }
        return reasons.isEmpty() ? List.of(otherwise) : reasons;
    }
}
