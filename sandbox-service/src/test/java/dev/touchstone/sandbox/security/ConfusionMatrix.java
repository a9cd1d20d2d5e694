package dev.touchstone.sandbox.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.touchstone.sandbox.security.detect.AnswerClassifier;
import dev.touchstone.sandbox.security.detect.Stance;

/** How the classifier reads answers whose meaning people have written down, as the README shows it. */
record ConfusionMatrix(List<Labelled> answers) {

    /** One answer of the labelled set. */
    record Labelled(String id, String language, Stance label, String difficulty, String answer) {

        Stance read() {
            return AnswerClassifier.read(answer).stance();
        }
    }

    Map<String, ConfusionMatrix> by(Function<Labelled, String> key) {
        Map<String, ConfusionMatrix> groups = new TreeMap<>();
        answers.stream().collect(Collectors.groupingBy(key))
                .forEach((name, some) -> groups.put(name, new ConfusionMatrix(some)));
        return groups;
    }

    long count(Stance label, Stance read) {
        return answers.stream().filter(each -> each.label() == label && each.read() == read).count();
    }

    double precision(Stance stance) {
        return (double) count(stance, stance) / count(each -> each.read() == stance);
    }

    double recall(Stance stance) {
        return (double) count(stance, stance) / count(each -> each.label() == stance);
    }

    /** Rows for a table in Markdown: for each label how it was read, then recall and precision with their intervals. */
    String rows(String name) {
        StringBuilder rows = new StringBuilder();
        for (Stance label : Stance.values()) {
            rows.append(String.format(Locale.ROOT, "| %s | %s | %d | %d | %d | %s | %s |\n", name,
                    label.name().toLowerCase(Locale.ROOT),
                    count(label, Stance.REFUSED), count(label, Stance.COMPLIED), count(label, Stance.UNCLEAR),
                    interval(count(label, label), count(each -> each.label() == label)),
                    interval(count(label, label), count(each -> each.read() == label))));
        }
        return rows.toString();
    }

    /** One row: how many are read rightly, as unclear, and wrongly the one or the other way. */
    String row(String name) {
        long right = answers.stream().filter(each -> each.label() == each.read()).count();
        long unclear = count(each -> each.label() != Stance.UNCLEAR && each.read() == Stance.UNCLEAR);
        return String.format(Locale.ROOT, "| %s | %d | %d | %d | %d |\n", name, answers.size(), right, unclear,
                answers.size() - right - unclear);
    }

    private long count(Predicate<Labelled> which) {
        return answers.stream().filter(which).count();
    }

    private static String interval(long hits, long seen) {
        Interval interval = Interval.of(hits, seen);
        return interval == null ? "–"
                : String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", interval.rate() * 100, interval.low() * 100,
                        interval.high() * 100);
    }
}
