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
        boolean own = config.baseUrl().map(ModelChoice::withoutSlash).filter(settings.baseUrl()::equals).isPresent();
        Optional<String> key = own ? config.apiKey().filter(value -> !value.isBlank()) : Optional.empty();
        return new HttpChatModel(settings, new HttpChatModel.Host(api, key.map(value -> "Bearer " + value).orElse(null)),
                Patience.of(config), Thread::sleep, clock);
    }
}
