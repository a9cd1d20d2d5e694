package dev.touchstone.judge.jury.reference;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From which similarity on an answer is near an expected one; 1 is the same. */
@ConfigMapping(prefix = "touchstone.judge.jury.reference")
public interface ReferenceConfig {

    /** By sentence embeddings. Another model in sandbox-service needs bounds of its own. */
    Meaning meaning();

    /** By the share of the expected words. */
    Words words();

    interface Meaning {

        @WithDefault("0.45")
        @DecimalMin("0.01")
        @DecimalMax("1")
        double near();

        /** Below it the wording says nothing. */
        @WithDefault("0.25")
        @DecimalMin("0")
        @DecimalMax("0.99")
        double far();
    }

    interface Words {

        @WithDefault("0.3")
        @DecimalMin("0.01")
        @DecimalMax("1")
        double near();

        /** Below it the wording says nothing. */
        @WithDefault("0.2")
        @DecimalMin("0")
        @DecimalMax("0.99")
        double far();
    }

    default Weighing weighing() {
        return new Weighing(new Bounds(meaning().near(), meaning().far()), new Bounds(words().near(), words().far()));
    }
}
