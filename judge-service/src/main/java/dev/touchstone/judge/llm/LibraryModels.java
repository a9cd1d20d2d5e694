package dev.touchstone.judge.llm;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.touchstone.judge.BoundedHttp;

/** Makes the library's client for a provider, with the key, the queue and the patience that its host is due. */
@ApplicationScoped
class LibraryModels {

    /** What the library is given where there is no key; it never leaves this process. */
    private static final String NO_KEY = "none";
    /** Without it Anthropic does not know schemas. */
    private static final String ANTHROPIC_SCHEMAS = "structured-outputs-2025-11-13";
    /** OpenAI itself takes the length by its new name only from its newer models; others know the old name only. */
    private static final String OPENAI_HOST = "api.openai.com";

    private final BoundedHttp http;
    private final Turns turns;
    private final LlmConfig config;
    private final Clock clock;

    LibraryModels(BoundedHttp http, Turns turns, LlmConfig config, Clock clock) {
        this.http = http;
        this.turns = turns;
        this.config = config;
        this.clock = clock;
    }

    ChatModel of(ModelSettings settings) {
        Structured structured = Seating.hostOf(settings, config).map(JurorConfig::structured).orElse(Structured.SCHEMA);
        String key = key(settings).orElse(NO_KEY);
        BoundedHttpClient.Builder client = client(settings);
        return new LibraryChatModel(switch (settings.provider()) {
            case OPENAI -> openAi(settings, key, client);
            case ANTHROPIC -> anthropic(settings, key, client, structured);
            case GEMINI -> gemini(settings, key, client);
        }, settings, structured);
    }

    /** A juror's key goes to that juror's own address only, be it asked from its own seat or, by a request, from another. */
    private Optional<String> key(ModelSettings settings) {
        return Seating.hostOf(settings, config).flatMap(JurorConfig::apiKey).filter(key -> !key.isBlank());
    }

    private BoundedHttpClient.Builder client(ModelSettings settings) {
        return new BoundedHttpClient.Builder(new BoundedHttpClient(http,
                new BoundedHttp.Bounds(config.replyBytes(), config.timeout()), turns.of(settings),
                new Waiting(Patience.of(config), Thread::sleep, clock), key(settings).isPresent()));
    }

    private static OpenAiChatModel openAi(ModelSettings settings, String key, BoundedHttpClient.Builder client) {
        OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder().httpClientBuilder(client)
                .baseUrl(settings.baseUrl().toString()).apiKey(key).modelName(settings.model())
                .temperature(settings.temperature()).strictJsonSchema(true).maxRetries(0);
        return (OPENAI_HOST.equals(settings.baseUrl().getHost()) ? builder.maxCompletionTokens(settings.maxOutputTokens())
                : builder.maxTokens(settings.maxOutputTokens())).build();
    }

    private static AnthropicChatModel anthropic(ModelSettings settings, String key, BoundedHttpClient.Builder client,
            Structured structured) {
        AnthropicChatModel.AnthropicChatModelBuilder builder = AnthropicChatModel.builder().httpClientBuilder(client)
                .baseUrl(settings.baseUrl().toString()).apiKey(key).modelName(settings.model())
                .temperature(settings.temperature()).maxTokens(settings.maxOutputTokens()).maxRetries(0);
        return (structured == Structured.SCHEMA ? builder.beta(ANTHROPIC_SCHEMAS) : builder).build();
    }

    private static GoogleAiGeminiChatModel gemini(ModelSettings settings, String key, BoundedHttpClient.Builder client) {
        return GoogleAiGeminiChatModel.builder().httpClientBuilder(client).baseUrl(settings.baseUrl().toString()).apiKey(key)
                .modelName(settings.model()).temperature(settings.temperature()).maxOutputTokens(settings.maxOutputTokens())
                .maxRetries(0).build();
    }
}
