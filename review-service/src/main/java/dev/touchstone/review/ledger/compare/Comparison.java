package dev.touchstone.review.ledger.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.ledger.compare.RunSide.Row;

/** Compares the entries of one submission with the rows of its run. A pure function: both sides are as they were given. */
public final class Comparison {

    private final List<Difference> found = new ArrayList<>();

    private Comparison() {
    }

    /** Every difference, by entry; none where both sides say the same. */
    public static List<Difference> of(List<Leaf> ledger, RunSide run) {
        Comparison comparison = new Comparison();
        Map<Long, List<Leaf>> leaves = ledger.stream()
                .collect(Collectors.groupingBy(Leaf::index, TreeMap::new, Collectors.toList()));
        Map<Long, List<Row>> rows = run.rows().stream().filter(row -> row.index() != null)
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.index()), TreeMap::new, Collectors.toList()));
        run.rows().stream().filter(row -> row.index() == null)
                .forEach(row -> comparison.add(new Difference.UnreadableRow(-1, row.step())));
        leaves.forEach((index, same) -> comparison.entry(same, rows.getOrDefault(index, List.of()), run));
        rows.forEach((index, same) -> comparison.rows(index, same, leaves.containsKey(index)));
        comparison.runs(ledger, run.ids());
        return comparison.found.stream().sorted(Comparator.comparingLong(Difference::index)).toList();
    }

    private void add(Difference difference) {
        found.add(difference);
    }

    private void entry(List<Leaf> same, List<Row> rows, RunSide run) {
        Leaf leaf = same.getFirst();
        if (same.size() > 1) {
            add(new Difference.DuplicateIndex(leaf.index(), true, same.size()));
        }
        if (rows.isEmpty()) {
            add(new Difference.EntryWithoutRow(leaf.index()));
        }
        rows.forEach(row -> row(leaf, row));
        if (!run.events().contains(leaf.eventId())) {
            add(new Difference.EventWithoutRow(leaf.index(), leaf.eventId()));
        }
    }

    private void row(Leaf leaf, Row row) {
        if (!leaf.leafHash().equals(row.leafHash())) {
            add(new Difference.OtherLeafHash(leaf.index(), row.step(), leaf.leafHash(), orNothing(row.leafHash())));
        }
        if (!leaf.eventId().equals(row.eventId())) {
            add(new Difference.OtherEventId(leaf.index(), row.step(), leaf.eventId(), orNothing(row.eventId())));
        }
    }

    private static String orNothing(@Nullable String said) {
        return said == null ? "" : said;
    }

    private void rows(long index, List<Row> same, boolean known) {
        if (same.size() > 1) {
            add(new Difference.DuplicateIndex(index, false, same.size()));
        }
        if (!known) {
            same.forEach(row -> add(new Difference.RowWithoutEntry(index, row.step())));
        }
    }

    /** A history does not say whose it is. Where nobody else does, the entries must at least agree with each other. */
    private void runs(List<Leaf> ledger, Set<String> ids) {
        Set<String> expected = new HashSet<>(ids);
        if (expected.isEmpty()) {
            ledger.stream().collect(Collectors.groupingBy(Leaf::wandbRunId, Collectors.counting())).entrySet().stream()
                    .max(Map.Entry.<String, Long> comparingByValue().thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey).ifPresent(expected::add);
        }
        List<String> named = expected.stream().sorted().toList();
        ledger.stream().filter(leaf -> !expected.contains(leaf.wandbRunId()))
                .forEach(leaf -> add(new Difference.WrongRun(leaf.index(), leaf.wandbRunId(), named)));
    }
}
