package dev.touchstone.sandbox.suite;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Spreads a sample over what the cases are: evenly over the languages as far as there are cases, and within each in
 * proportion over expectations, then categories, then tiers. Each expectation and category gets one case at least if there are
 * as many to give; apart from that every case of a language is as likely as the other. Whole numbers throughout, so that the
 * same chance gives the same sample everywhere.
 *
 * @param chance a large number for a name, the same one whenever it is asked
 */
record Strata(Function<String, BigInteger> chance) {

    private static final List<Function<SuiteCase, String>> LEVELS = List.of(each -> each.kind().language().key(),
            each -> each.kind().expected().key(), each -> each.kind().category(), each -> each.kind().tier());
    /** Below it a group may go without: a tier is worth less than that every case is as likely. */
    private static final int LAST_SURE_LEVEL = 2;

    /** The chosen cases in the order in which they came. */
    List<SuiteCase> choose(List<SuiteCase> ranked, int count) {
        Set<SuiteCase> chosen = new HashSet<>(choose(ranked, count, 0, "stratum"));
        return ranked.stream().filter(chosen::contains).toList();
    }

    private List<SuiteCase> choose(List<SuiteCase> ranked, int count, int level, String path) {
        if (count == 0 || count == ranked.size() || level == LEVELS.size()) {
            return ranked.subList(0, count);
        }
        TreeMap<String, List<SuiteCase>> groups = ranked.stream()
                .collect(Collectors.groupingBy(LEVELS.get(level), TreeMap::new, Collectors.toList()));
        List<Integer> sizes = groups.values().stream().map(Collection::size).toList();
        List<Integer> quotas = level == 0 ? evenly(sizes, count, path)
                : proportionally(sizes, count, path, level <= LAST_SURE_LEVEL);
        List<SuiteCase> chosen = new ArrayList<>();
        int each = 0;
        for (String name : groups.keySet()) {
            chosen.addAll(choose(groups.get(name), quotas.get(each++), level + 1, path + "/" + name));
        }
        return chosen;
    }

    /** One to each in turn, until all are given; chance says who is first. */
    private List<Integer> evenly(List<Integer> sizes, int count, String path) {
        int[] quotas = new int[sizes.size()];
        int next = number(path, sizes.size());
        for (int given = 0; given < count; next = (next + 1) % quotas.length) {
            if (quotas[next] < sizes.get(next)) {
                quotas[next]++;
                given++;
            }
        }
        return Arrays.stream(quotas).boxed().toList();
    }

    /** Systematic: with e the exact share, each group gets e rounded up or down, so that the mean over all chances is e. */
    private List<Integer> proportionally(List<Integer> sizes, int count, String path, boolean oneEach) {
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        // Where the smallest share is one case or more, rounding leaves it one; giving it first would favour small groups.
        boolean sure = (long) count * Collections.min(sizes) >= all;
        int least = oneEach && !sure && count >= sizes.size() ? 1 : 0;
        int left = count - least * sizes.size();
        int open = all - least * sizes.size();
        List<Integer> quotas = new ArrayList<>();
        long reached = open == 0 ? 0 : number(path, open);
        for (int size : sizes) {
            long next = reached + (long) left * (size - least);
            quotas.add(least + (open == 0 ? 0 : (int) (next / open - reached / open)));
            reached = next;
        }
        return quotas;
    }

    private int number(String path, int below) {
        return chance.apply(path).mod(BigInteger.valueOf(below)).intValue();
    }
}
