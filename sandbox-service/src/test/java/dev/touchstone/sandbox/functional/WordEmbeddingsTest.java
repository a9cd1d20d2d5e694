package dev.touchstone.sandbox.functional;

class WordEmbeddingsTest extends EmbeddingsKit {

    @Override
    Embeddings embeddings() {
        return new WordEmbeddings();
    }
}
