package dev.touchstone.sandbox.functional;

import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/**
 * all-MiniLM-L6-v2, quantised, in this JVM: nothing that an agent says leaves the service. Concurrency: the model is loaded
 * once, by the first who asks; loading takes about a second and some 100 MB, so it waits until a stage needs it.
 */
@ApplicationScoped
class MiniLmEmbeddings implements Embeddings {

    /** The model reads no more than 256 word pieces; a longer text would only cost time. */
    private static final int LONGEST = 4_000;

    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable EmbeddingModel model;

    @Override
    public String model() {
        return "all-MiniLM-L6-v2-q";
    }

    @Override
    public float[] embed(String text) {
        // The library refuses blank text; a dash says as little.
        String said = text.isBlank() ? "-" : text.substring(0, Math.min(text.length(), LONGEST));
        Embedding embedding = loaded().embed(said).content();
        embedding.normalize();
        return embedding.vector();
    }

    private EmbeddingModel loaded() {
        EmbeddingModel known = model;
        return known == null ? load() : known;
    }

    private EmbeddingModel load() {
        loading.lock();
        try {
            EmbeddingModel known = model;
            if (known == null) {
                known = fromJar();
                model = known;
            }
            return known;
        } finally {
            loading.unlock();
        }
    }

    /** The library looks for the model with the thread's class loader, which not every thread has. */
    private static EmbeddingModel fromJar() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(MiniLmEmbeddings.class.getClassLoader());
        try {
            // The caller's thread computes: the model's own pool would work for all attempts at once.
            return new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
        } catch (LinkageError missing) {
            throw new IllegalStateException("The embedding model needs the native ONNX runtime, which is not here", missing);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
