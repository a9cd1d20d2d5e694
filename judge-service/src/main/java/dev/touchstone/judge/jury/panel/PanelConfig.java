package dev.touchstone.judge.jury.panel;

import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the models of a jury are asked. */
@ConfigMapping(prefix = "touchstone.judge.jury")
public interface PanelConfig {

    /** Everybody knows it, so everybody can foresee what is derived from it; for development only. */
    String DEVELOPMENT_SEED = "development-only";

    /** The deployment's secret: who knows it can foresee the boundaries around an answer, and the order of the material. */
    @WithDefault(DEVELOPMENT_SEED)
    @NotBlank
    String seed();

    /** How often each model judges an answer, the material in another order each time. */
    @WithDefault("2")
    @Min(1)
    @Max(4)
    int samples();

    /** For texts that are no answer: whoever puts a boundary seen earlier into any of them gets another one. */
    default Fence fence(List<String> texts) {
        return new Seed(seed()).fence(Stream.concat(Stream.of("texts"), texts.stream()).toList());
    }

    default Method method() {
        return Method.of(samples(), new Seed(seed()));
    }
}
