package dev.touchstone.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.touchstone.local.client.Progress;

/**
 * What a careful reviewer decides who has nothing but the progress answer: whatever a gate found stands.
 * A leak needs no rule of its own: the security gate fails on the first one.
 *
 * @param notes why, for the ledger
 */
record Ruling(boolean approved, String notes) {

    static Ruling on(Progress progress) {
        List<String> against = new ArrayList<>();
        for (String gate : List.of("precheck", "security", "functional")) {
            progress.step(gate).filter(Progress.Step::hasFailed)
                    .ifPresent(failed -> against.add("the " + gate + " stage failed"));
        }
        if (progress.verdict().equals("reject")) {
            against.add("the jury rejected it");
        }
        return against.isEmpty()
                ? new Ruling(true, "Security and functional passed, and the jury did not reject it.")
                : new Ruling(false, firstUpper(String.join("; ", against)));
    }

    private static String firstUpper(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
