package dev.touchstone.review.artifacts.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is kept of a file: all its lines but those that are named.
 *
 * @param lines that are kept
 * @param faulty lines that could not be read
 * @param faults the first of them
 * @param more whether lines behind the last that is kept were not looked at
 * @param tallies how many lines there are of each outcome, category, language, dissenting juror
 */
@RegisterForReflection
public record Kept(int lines, int faulty, List<Fault> faults, boolean more, Tallies tallies) {

    private static final int MOST_FAULTS = 20;
    /** Of different values of one facet; a file whose lines all differ in it has no use for a choice. */
    private static final int MOST_VALUES = 200;

    public Kept {
        faults = List.copyOf(faults);
    }

    /**
     * A line that could not be read.
     *
     * @param number from 1
     * @param reason for people
     */
    @RegisterForReflection
    public record Fault(int number, String reason) {
    }

    @RegisterForReflection
    public record Tallies(Map<String, Integer> outcomes, Map<String, Integer> categories, Map<String, Integer> languages,
            Map<String, Integer> jurors) {
    }

    /** Counts while a file is read. */
    static final class Counting {

        private final Tallies tallies = new Tallies(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        private final List<Fault> faults = new ArrayList<>();
        private int lines;
        private int faulty;

        void take(Line line) {
            lines++;
            Facets facets = line.facets();
            count(tallies.outcomes(), facets.standing().outcome());
            count(tallies.categories(), facets.topic().category());
            count(tallies.languages(), facets.topic().language());
            facets.dissenting().forEach(juror -> count(tallies.jurors(), juror));
        }

        void fault(int number, String reason) {
            faulty++;
            if (faults.size() < MOST_FAULTS) {
                faults.add(new Fault(number, reason));
            }
        }

        Kept kept(boolean more) {
            return new Kept(lines, faulty, faults, more, tallies);
        }

        private static void count(Map<String, Integer> tally, String value) {
            if (!value.isEmpty() && (tally.size() < MOST_VALUES || tally.containsKey(value))) {
                tally.merge(value, 1, Integer::sum);
            }
        }
    }
}
