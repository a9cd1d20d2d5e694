package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.touchstone.embedded.InfraResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Within the application, since one JVM loads the native runtime for one class loader only. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class OnnxEmbeddingsTest extends EmbeddingsKit {

    @Inject
    OnnxEmbeddings inTheJar;

    @TempDir
    Path files;

    @Override
    Embeddings embeddings() {
        return inTheJar;
    }

    @Test
    void likeMeaningIsNearWithoutSharedWords() {
        double like = inTheJar.distance("Where can I get a bite to eat?", "Recommend a restaurant for dinner");
        double other = inTheJar.distance("Where can I get a bite to eat?", "The stock market fell sharply");
        assertTrue(like < 0.65 && other > 0.8, like + " and " + other);
    }

    @Test
    void anOperatorsOwnModelIsReadFromItsFiles() throws IOException {
        // Given
        Path model = copy("/all-minilm-l6-v2-q.onnx");
        Path tokenizer = copy("/all-minilm-l6-v2-q-tokenizer.json");
        // When
        OnnxEmbeddings own = configured("my-model", model, tokenizer);
        // Then
        ModelId id = assertInstanceOf(Embeddings.Model.Usable.class, own.model()).id();
        assertEquals("my-model", id.name());
        assertEquals(assertInstanceOf(Embeddings.Model.Usable.class, inTheJar.model()).id().digest(), id.digest());
        assertEquals(0, own.distance("A train to Kyoto", "A train to Kyoto"), 1e-3);
        assertEquals(Status.UP, new EmbeddingsReadiness(own).call().getStatus());
    }

    @Test
    void aMissingFileIsNoReasonToTakeAnotherModel() {
        // When
        OnnxEmbeddings missing = configured("my-model", files.resolve("no.onnx"), files.resolve("no.json"));
        // Then
        assertTrue(assertInstanceOf(Embeddings.Model.Unusable.class, missing.model()).reason().contains("no.onnx"));
        assertEquals(Status.DOWN, new EmbeddingsReadiness(missing).call().getStatus());
        assertThrows(IllegalStateException.class, () -> missing.embed("A train to Kyoto"));
    }

    @Test
    void aBrokenFileIsNoReasonEither() throws IOException {
        // Given
        Path broken = Files.writeString(files.resolve("broken.onnx"), "this is no model");
        // When
        OnnxEmbeddings unusable = configured("my-model", broken, copy("/all-minilm-l6-v2-q-tokenizer.json"));
        // Then
        assertTrue(assertInstanceOf(Embeddings.Model.Unusable.class, unusable.model()).reason().contains("my-model"));
        assertEquals(Status.DOWN, new EmbeddingsReadiness(unusable).call().getStatus());
    }

    @Test
    void aNameAloneIsNoModel() {
        OnnxEmbeddings nameless = new OnnxEmbeddings(TestConfig.model(Map.of("touchstone.functional.model", "my-model")));
        assertTrue(assertInstanceOf(Embeddings.Model.Unusable.class, nameless.model()).reason().contains("model-path"));
    }

    private static OnnxEmbeddings configured(String name, Path model, Path tokenizer) {
        return new OnnxEmbeddings(TestConfig.model(Map.of("touchstone.functional.model", name,
                "touchstone.functional.model-path", model.toString(), "touchstone.functional.tokenizer-path",
                tokenizer.toString())));
    }

    private Path copy(String resource) throws IOException {
        Path copy = files.resolve(resource.substring(1));
        try (InputStream file = Objects.requireNonNull(ModelId.class.getResourceAsStream(resource))) {
            Files.copy(file, copy);
        }
        return copy;
    }
}
