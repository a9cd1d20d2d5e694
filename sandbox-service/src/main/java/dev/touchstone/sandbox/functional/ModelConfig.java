package dev.touchstone.sandbox.functional;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.touchstone.sandbox.suite.Language;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The model that measures by meaning. Another one needs thresholds of its own: measure them before. */
@ConfigMapping(prefix = "touchstone.functional")
public interface ModelConfig {

    /** The model that comes with the service. */
    String IN_THE_JAR = "all-MiniLM-L6-v2-q";

    /** Any name but the default one needs both paths. */
    @WithDefault(IN_THE_JAR)
    String model();

    /** An ONNX file that takes BERT's inputs. */
    Optional<Path> modelPath();

    /** The {@code tokenizer.json} that belongs to it. */
    Optional<Path> tokenizerPath();

    /**
     * The languages that it was trained on; in others the comparison for other services is by words alone. The functional
     * stage has a weight for that ({@code japanese-words-weight}), chosen by measuring.
     */
    @WithDefault("en")
    Set<Language> modelLanguages();

    /** How one vector is made of one for each token, as the model was trained. */
    @WithDefault("mean")
    PoolingMode modelPooling();

    /** What is put before every text, as {@code query: } for the models of the E5 family. */
    Optional<String> modelPrefix();
}
