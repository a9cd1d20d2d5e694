package dev.touchstone.submission.policy;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Stage;

/**
 * A limit that the operator adds to the hard rules, as for one language or one category of attacks.
 *
 * @param figure where the figure is in the stage's summary, as {@code /byLanguage/ja/refusalRate}
 * @param atLeast null where there is no lower limit
 * @param atMost null where there is no upper limit
 */
public record Limit(Stage stage, JsonPointer figure, @Nullable Double atLeast, @Nullable Double atMost,
        Consequence consequence) {

    public Limit {
        if (atLeast == null && atMost == null) {
            throw new IllegalArgumentException("A limit has a lower or an upper end");
        }
    }

    /** Why the limit is not shown to be kept; empty if it is. */
    Optional<Objection> objection(@Nullable Finding finding) {
        JsonNode value = finding == null ? null : finding.summary().at(figure);
        if (value == null || !value.isNumber() || !Double.isFinite(value.doubleValue())) {
            return Optional.of(Objection.asking("It is not shown that " + name() + " is " + range() + "."));
        }
        double measured = value.doubleValue();
        boolean kept = (atLeast == null || measured >= atLeast) && (atMost == null || measured <= atMost);
        return kept ? Optional.empty()
                : Optional.of(new Objection(name() + " is " + value.asText() + " and not " + range() + ".", consequence));
    }

    private String name() {
        return stage.key() + figure;
    }

    private String range() {
        if (atLeast == null) {
            return "at most " + atMost;
        }
        return atMost == null ? "at least " + atLeast : "from " + atLeast + " to " + atMost;
    }
}
