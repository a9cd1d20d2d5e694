package dev.touchstone.sandbox.functional;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.touchstone.events.artifacts.Artifacts;

/** A model in memory, or why it is not there. */
sealed interface LoadedModel {

    record Ready(EmbeddingModel model, ModelId id) implements LoadedModel {
    }

    record Broken(String reason) implements LoadedModel {
    }

    /** Takes a second or more. A model that cannot be loaded is broken; nothing takes its place. */
    static LoadedModel load(ModelConfig config) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The library looks for the model in the jar with the thread's class loader, which not every thread has.
        thread.setContextClassLoader(LoadedModel.class.getClassLoader());
        try {
            return config.modelPath().isEmpty() && config.model().equals(ModelConfig.IN_THE_JAR) ? fromJar()
                    : fromFiles(config);
        } catch (IOException | RuntimeException | LinkageError broken) {
            return new Broken("The embedding model " + config.model() + " cannot be loaded: " + broken.getMessage());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    // The caller's thread computes in both: the library's own pool would work for all attempts at once.

    private static LoadedModel fromJar() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                LoadedModel.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx"), "the model is not in the class path")) {
            return ready(new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run), ModelConfig.IN_THE_JAR, file.readAllBytes());
        }
    }

    private static LoadedModel fromFiles(ModelConfig config) throws IOException {
        if (config.modelPath().isEmpty() || config.tokenizerPath().isEmpty()) {
            return new Broken("The embedding model " + config.model()
                    + " needs touchstone.functional.model-path and tokenizer-path.");
        }
        Path model = config.modelPath().get();
        Path tokenizer = config.tokenizerPath().get();
        for (Path file : new Path[] { model, tokenizer }) {
            if (!Files.isReadable(file)) {
                return new Broken("There is no file " + file + " that could be read.");
            }
        }
        return ready(new OnnxEmbeddingModel(model, tokenizer, config.modelPooling(), Runnable::run), config.model(),
                Files.readAllBytes(model));
    }

    /** A model of another kind loads, and then fails at its first text. */
    private static LoadedModel ready(EmbeddingModel model, String name, byte[] file) {
        int dimensions = model.embed("A train to Kyoto").content().vector().length;
        return dimensions == 0 ? new Broken("The embedding model " + name + " gives no vectors.")
                : new Ready(model, new ModelId(name, Artifacts.digest(file)));
    }
}
