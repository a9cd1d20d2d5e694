package dev.touchstone.sandbox.functional;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.langchain4j.data.embedding.Embedding;
import io.quarkus.runtime.StartupEvent;

/**
 * A model in this JVM: nothing that an agent says leaves the service. Concurrency: it is loaded once. The one in the jar is
 * loaded by the first who asks, since it takes about a second and some 100 MB; an operator's own at the start, so that a
 * wrong path shows at once.
 */
@ApplicationScoped
class OnnxEmbeddings implements Embeddings {

    private static final Logger LOG = Logger.getLogger(OnnxEmbeddings.class);
    /** Models of this kind read no more than 512 word pieces at a time; a longer text would only cost time. */
    private static final int LONGEST = 4_000;
    private static final String SAYS_NOTHING = "-";

    private final ModelConfig config;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable LoadedModel loaded;

    OnnxEmbeddings(ModelConfig config) {
        this.config = config;
    }

    void loadAnOperatorsOwn(@Observes StartupEvent event) {
        if (isAnOperatorsOwn() && model() instanceof Model.Unusable(String reason)) {
            LOG.errorf("no functional stage can be carried out: %s", reason);
        }
    }

    @Override
    public Model model() {
        return switch (loaded()) {
            case LoadedModel.Ready ready -> new Model.Usable(ready.id());
            case LoadedModel.Broken(String reason) -> new Model.Unusable(reason);
        };
    }

    @Override
    public float[] embed(String text) {
        String said = text.substring(0, Math.min(text.length(), LONGEST));
        return switch (loaded()) {
            // The library refuses blank text.
            case LoadedModel.Ready ready ->
                vector(ready, config.modelPrefix().orElse("") + (said.isBlank() ? SAYS_NOTHING : said));
            case LoadedModel.Broken(String reason) -> throw new IllegalStateException(reason);
        };
    }

    private static float[] vector(LoadedModel.Ready ready, String text) {
        Embedding embedding = embedding(ready, text);
        embedding.normalize();
        return embedding.vector();
    }

    private static Embedding embedding(LoadedModel.Ready ready, String text) {
        try {
            return ready.model().embed(text).content();
        } catch (IndexOutOfBoundsException nothingLeft) {
            // The library breaks at text that its tokenizer takes for nothing, as accents alone; it says as little as a dash.
            return ready.model().embed(SAYS_NOTHING).content();
        }
    }

    /** Why it is known that no model can be used; nothing is loaded to find that out. */
    Optional<String> knownFault() {
        return loaded instanceof LoadedModel.Broken(String reason) ? Optional.of(reason) : Optional.empty();
    }

    private boolean isAnOperatorsOwn() {
        return config.modelPath().isPresent() || !config.model().equals(ModelConfig.IN_THE_JAR);
    }

    private LoadedModel loaded() {
        LoadedModel known = loaded;
        return known == null ? load() : known;
    }

    private LoadedModel load() {
        loading.lock();
        try {
            LoadedModel known = loaded;
            if (known == null) {
                known = LoadedModel.load(config);
                loaded = known;
            }
            return known;
        } finally {
            loading.unlock();
        }
    }
}
