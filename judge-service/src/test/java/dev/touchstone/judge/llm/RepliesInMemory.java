package dev.touchstone.judge.llm;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Replies for as long as a test takes. */
final class RepliesInMemory implements KeptReplies {

    private final Map<String, ModelReply.Text> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<ModelReply.Text> find(String digest) {
        return Optional.ofNullable(kept.get(digest));
    }

    @Override
    public void keep(String digest, ModelReply.Text reply) {
        kept.putIfAbsent(digest, reply);
    }
}
