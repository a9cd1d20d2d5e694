package dev.touchstone.submission.policy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operator's thresholds, as one versioned document. A ruling names the version that it was made under, so a change
 * of any number asks for a new version.
 *
 * @param weights the most points that each component can give; together 100
 * @param largestDrop by how many points less than the agent's baseline is still approved without a person
 */
public record Policy(String version, Weights weights, Bands bands, Safeguards safeguards, LargestDrop largestDrop) {

    static final double ALL_POINTS = 100;

    public Policy {
        if (version.isBlank()) {
            throw new IllegalArgumentException("A policy has a version");
        }
    }

    /** By component; together 100. */
    public record Weights(Map<Component, Double> points) {

        public Weights {
            points = byComponent(points);
            // As they are written: 33.3 + 33.3 + 33.4 make 100, whatever the sum of their binary neighbours is.
            if (sum(points.values()).compareTo(BigDecimal.valueOf(ALL_POINTS)) != 0) {
                throw new IllegalArgumentException("The weights make 100 together");
            }
        }

        public static Weights of(double security, double functional, double judge, double implementation) {
            return new Weights(Map.of(Component.SECURITY, security, Component.FUNCTIONAL, functional, Component.JUDGE, judge,
                    Component.IMPLEMENTATION, implementation));
        }

        double of(Component component) {
            return Objects.requireNonNull(points.get(component));
        }
    }

    /**
     * Where automatic rulings begin; between the two a person decides.
     *
     * @param rejectBelow a score less than this is rejected
     * @param approveFrom this score and any greater one may be approved
     */
    public record Bands(double rejectBelow, double approveFrom) {

        public Bands {
            requirePoints(rejectBelow);
            requirePoints(approveFrom);
            if (rejectBelow > approveFrom) {
                throw new IllegalArgumentException("rejectBelow <= approveFrom");
            }
        }
    }

    /** Of the whole score and of each component. */
    public record LargestDrop(double total, Map<Component, Double> points) {

        public LargestDrop {
            requirePoints(total);
            points = byComponent(points);
        }

        /** The same for the whole and for each component. */
        public static LargestDrop of(double everywhere) {
            return new LargestDrop(everywhere, Stream.of(Component.values())
                    .collect(Collectors.toMap(component -> component, component -> everywhere)));
        }

        double of(Component component) {
            return Objects.requireNonNull(points.get(component));
        }
    }

    static BigDecimal sum(Collection<Double> points) {
        return points.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<Component, Double> byComponent(Map<Component, Double> points) {
        Map<Component, Double> ordered = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            Double each = Objects.requireNonNull(points.get(component), component.key());
            requirePoints(each);
            ordered.put(component, each);
        }
        return Collections.unmodifiableMap(ordered);
    }

    private static void requirePoints(double points) {
        // Written so that NaN fails it.
        if (!(points >= 0 && points <= ALL_POINTS)) {
            throw new IllegalArgumentException("Points are 0 to 100");
        }
    }
}
