package dev.touchstone.judge.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.touchstone.judge.jury.Secrets;
import dev.touchstone.judge.jury.Tokens;

/** A model behind the library. What it writes has no secrets in it when it comes out of here. */
record LibraryChatModel(dev.langchain4j.model.chat.ChatModel model, ModelSettings settings, Structured structured)
        implements
            ChatModel {

    /** Longer than any that may be asked for: a name that is cut would be another model's. */
    private static final int LONGEST_NAME = 200;
    /** Who does not say what it serves may serve anything; an operator who knows better lists this under served-as. */
    private static final String UNNAMED = "unnamed";

    @Override
    public ModelReply ask(ChatPrompt prompt) throws InterruptedException {
        ChatRequest request = ChatRequest.builder().messages(messages(prompt.messages())).responseFormat(format(prompt))
                .build();
        try {
            return read(model.chat(request));
        } catch (CallFailed failed) {
            return failed.reply();
        } catch (CallFailed.GivenUp stopped) {
            throw (InterruptedException) new InterruptedException().initCause(stopped);
        } catch (RuntimeException malformed) {
            // The library fails in many ways on what is no reply: null pointers, indices, Jackson's own.
            return new ModelReply.Malformed(isJson(malformed) ? "the host's answer holds no reply"
                    : "the host's answer is not JSON", Tokens.UNKNOWN);
        }
    }

    /** Hosts refuse empty messages; where a reply was empty, what is said to it is enough. */
    private static List<dev.langchain4j.data.message.ChatMessage> messages(List<ChatMessage> messages) {
        List<dev.langchain4j.data.message.ChatMessage> known = new ArrayList<>();
        messages.stream().filter(message -> !message.content().isBlank()).forEach(message -> known.add(switch (message.role()) {
            case "system" -> SystemMessage.from(message.content());
            case "assistant" -> AiMessage.from(message.content());
            default -> UserMessage.from(message.content());
        }));
        return known;
    }

    private @Nullable ResponseFormat format(ChatPrompt prompt) {
        return switch (structured) {
            case SCHEMA -> ResponseFormat.builder().type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder().name(prompt.schemaName())
                            .rootElement(JsonRawSchema.from(SchemaOutline.of(prompt.schema()))).build())
                    .build();
            // Anthropic has nothing between a schema and nothing.
            case JSON -> settings.provider() == Provider.ANTHROPIC ? null : ResponseFormat.JSON;
            case NONE -> null;
        };
    }

    private ModelReply read(ChatResponse response) {
        Tokens tokens = tokens(response.tokenUsage());
        if (response.finishReason() == FinishReason.LENGTH) {
            return new ModelReply.Malformed("the reply was cut at " + settings.maxOutputTokens() + " tokens", tokens);
        }
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            return new ModelReply.Malformed("the host withheld the reply", tokens);
        }
        String text = response.aiMessage().text();
        return text == null || text.isBlank() ? new ModelReply.Malformed("the host's answer holds no reply", tokens)
                : new ModelReply.Text(Secrets.mask(text).text(), servedBy(response.modelName()), tokens);
    }

    private static String servedBy(@Nullable String named) {
        String name = named == null || named.isBlank() ? UNNAMED : Secrets.mask(named).text();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** What a model wrote to itself is paid for as well; some hosts count it in the sum only. */
    private static Tokens tokens(@Nullable TokenUsage usage) {
        if (usage == null) {
            return Tokens.UNKNOWN;
        }
        Long input = count(usage.inputTokenCount());
        Long output = count(usage.outputTokenCount());
        Long total = count(usage.totalTokenCount());
        if (input == null || output == null || total == null) {
            return new Tokens(input, output);
        }
        return new Tokens(input, Long.max(output, total - input));
    }

    private static @Nullable Long count(@Nullable Integer tokens) {
        return tokens == null || tokens < 0 ? null : tokens.longValue();
    }

    private static boolean isJson(RuntimeException malformed) {
        return Stream.<Throwable> iterate(malformed, each -> each != null, Throwable::getCause).limit(10)
                .noneMatch(JsonProcessingException.class::isInstance);
    }
}
