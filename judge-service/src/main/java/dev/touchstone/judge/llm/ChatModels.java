package dev.touchstone.judge.llm;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** The models that can be asked, each with the patience and the key that its host is due. */
@ApplicationScoped
public class ChatModels {

    private final ChatCompletions api;
    private final LlmConfig config;
    private final Clock clock;

    ChatModels(ChatCompletions api, LlmConfig config, Clock clock) {
        this.api = api;
        this.config = config;
        this.clock = clock;
    }

    public ChatModel of(ModelSettings settings) {
        return new HttpChatModel(settings,
                new HttpChatModel.Host(api, key(settings).map(value -> "Bearer " + value).orElse(null)),
                Patience.of(config), Thread::sleep, clock);
    }

    /** A juror's key goes to that juror's own address only, be it asked from its own seat or, by a request, from another. */
    private Optional<String> key(ModelSettings settings) {
        return Seating.hostOf(settings, config).flatMap(JurorConfig::apiKey).filter(key -> !key.isBlank());
    }
}
