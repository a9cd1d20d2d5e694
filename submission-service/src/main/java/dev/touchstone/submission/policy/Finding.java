package dev.touchstone.submission.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a stage found.
 *
 * @param passed whether the stage let the review go on by itself
 * @param metrics by name; null where a figure was not measured
 * @param summary in the stage's own words, null where nothing was measured
 */
@RegisterForReflection
public record Finding(boolean passed, Map<String, @Nullable Double> metrics, JsonNode summary) {

    public Finding {
        metrics = metrics == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        summary = summary == null ? NullNode.getInstance() : summary;
    }

    /** Empty where the figure was not measured, which is not zero. */
    OptionalDouble metric(String name) {
        Double value = metrics.get(name);
        return value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** True only for a figure that was measured as zero. */
    boolean isZero(String name) {
        OptionalDouble value = metric(name);
        return value.isPresent() && value.getAsDouble() == 0;
    }

    /** True only for a figure that was measured and is more than zero. */
    boolean isPositive(String name) {
        OptionalDouble value = metric(name);
        return value.isPresent() && value.getAsDouble() > 0;
    }

    /** The reasons that the stage gave in its summary, for people. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        summary.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        return reasons;
    }
}
