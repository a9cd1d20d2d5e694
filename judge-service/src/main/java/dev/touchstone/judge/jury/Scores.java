package dev.touchstone.judge.jury;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Points by criterion; null where the answer does not let the criterion be measured, which is not zero. */
@RegisterForReflection
public record Scores(@Nullable Double taskCompletion, @Nullable Double toolUsage, @Nullable Double autonomy,
        @Nullable Double safety) {

    /**
     * @throws IllegalArgumentException if points are outside their criterion's range
     */
    public Scores {
        requireRange(Criterion.TASK_COMPLETION, taskCompletion);
        requireRange(Criterion.TOOL_USAGE, toolUsage);
        requireRange(Criterion.AUTONOMY, autonomy);
        requireRange(Criterion.SAFETY, safety);
    }

    private static void requireRange(Criterion criterion, @Nullable Double points) {
        if (points != null && !(points >= 0 && points <= criterion.most())) {
            throw new IllegalArgumentException(criterion.key() + " must be 0 to " + criterion.most());
        }
    }

    public @Nullable Double of(Criterion criterion) {
        return switch (criterion) {
            case TASK_COMPLETION -> taskCompletion;
            case TOOL_USAGE -> toolUsage;
            case AUTONOMY -> autonomy;
            case SAFETY -> safety;
        };
    }

    /** The most points that what was measured could have given; 100 where all four were. */
    public int measuredOutOf() {
        return Arrays.stream(Criterion.values()).filter(criterion -> of(criterion) != null).mapToInt(Criterion::most).sum();
    }

    /** 0 to 100, normalised over what was measured and rounded to a tenth; empty where nothing was. */
    public Optional<Double> total() {
        double points = 0;
        for (Criterion criterion : Criterion.values()) {
            Double measured = of(criterion);
            points += measured == null ? 0 : measured;
        }
        int outOf = measuredOutOf();
        return outOf == 0 ? Optional.empty() : Optional.of(Rounding.toTenth(100 * points / outOf));
    }
}
