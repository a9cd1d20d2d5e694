package dev.touchstone.judge.verdict.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What raters said of units, as far as it can be compared: a unit that only one of them rated says nothing of agreement. */
final class Ratings {

    private final List<int[]> units = new ArrayList<>();
    private final double[] values;
    private final double[] counts;

    /**
     * @param rated the values of each unit, without those that are missing
     */
    Ratings(List<List<Double>> rated) {
        List<List<Double>> comparable = rated.stream().filter(unit -> unit.size() > 1).toList();
        values = comparable.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).distinct().sorted().toArray();
        counts = new double[values.length];
        for (List<Double> unit : comparable) {
            int[] places = unit.stream().mapToInt(value -> Arrays.binarySearch(values, value)).toArray();
            units.add(places);
            for (int place : places) {
                counts[place]++;
            }
        }
    }

    /** Each by the places of its values among the different ones. */
    List<int[]> units() {
        return units;
    }

    int different() {
        return values.length;
    }

    /** The different values ascend. */
    double value(int place) {
        return values[place];
    }

    /** How often a value was given. */
    double count(int place) {
        return counts[place];
    }

    double total() {
        return Arrays.stream(counts).sum();
    }
}
