package dev.touchstone.submission.policy;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The operator's thresholds, as one versioned document. A ruling names the version that it was made under, so a change
 * of any number asks for a new version.
 *
 * @param weights the most points that each component can give; together 100
 */
@RegisterForReflection
public record Policy(String version, Weights weights, Bands bands) {

    private static final double ALL_POINTS = 100;

    public Policy {
        if (version == null || version.isBlank()) {
            throw new IllegalArgumentException("A policy has a version");
        }
    }

    /** Points by component. */
    @RegisterForReflection
    public record Weights(double security, double functional, double judge, double implementation) {

        public Weights {
            boolean negative = security < 0 || functional < 0 || judge < 0 || implementation < 0;
            if (negative || security + functional + judge + implementation != ALL_POINTS) {
                throw new IllegalArgumentException("The weights are not negative and make 100 together");
            }
        }
    }

    /**
     * Where automatic rulings begin; between the two a person decides.
     *
     * @param rejectBelow a score less than this is rejected
     * @param approveFrom this score and any greater one may be approved
     */
    @RegisterForReflection
    public record Bands(double rejectBelow, double approveFrom) {

        public Bands {
            if (rejectBelow < 0 || rejectBelow > approveFrom || approveFrom > ALL_POINTS) {
                throw new IllegalArgumentException("0 <= rejectBelow <= approveFrom <= 100");
            }
        }
    }
}
