package dev.touchstone.judge.jury.reference;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Criterion;
import dev.touchstone.judge.jury.Rounding;

/**
 * What a similarity is worth. The points meet the jury's own limits, 70 and 40 of 100: from {@code near} on they approve,
 * between the two they are for a person, and below {@code far} there are none, since a right answer can be worded in any way.
 *
 * @param near above {@code far}
 */
record Bounds(double near, double far) {

    private static final double MOST = Criterion.TASK_COMPLETION.most();
    /** 70 of 100. */
    static final double APPROVING = 0.7 * MOST;
    /** 40 of 100. */
    static final double REJECTING = 0.4 * MOST;
    private static final double TENTH = 0.1;

    Bounds {
        if (!(far < near)) {
            throw new IllegalArgumentException(
                    "What is near must lie above what is far, but " + near + " does not lie above " + far);
        }
    }

    /**
     * Points of Task Completion, in proportion within each range.
     *
     * @param similarity 0 to 1, null where it was not measured
     * @return null where it says nothing
     */
    @Nullable
    Double points(@Nullable Double similarity) {
        if (similarity == null || similarity < far) {
            return null;
        }
        if (similarity >= near) {
            double share = near < 1 ? (similarity - near) / (1 - near) : 1;
            return Rounding.toTenth(APPROVING + share * (MOST - APPROVING));
        }
        double share = (similarity - far) / (near - far);
        return Math.min(Rounding.toTenth(REJECTING + share * (APPROVING - REJECTING)), Rounding.toTenth(APPROVING - TENTH));
    }

    boolean isNear(double similarity) {
        return similarity >= near;
    }
}
