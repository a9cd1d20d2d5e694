package dev.touchstone.sandbox.attempt.llm;

import java.net.http.HttpClient;
import java.time.Clock;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.touchstone.sandbox.Excerpt;
import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.attempt.llm.LlmAnswer.Code;
import dev.touchstone.sandbox.attempt.llm.LlmAnswer.Given;
import dev.touchstone.sandbox.attempt.llm.LlmAnswer.Unavailable;
import dev.touchstone.sandbox.egress.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * A model behind an OpenAI-compatible API. Temperature 0 and a fixed seed, since the same words should get the same
 * assessment as far as the host can.
 */
@ApplicationScoped
class OpenAiLlm implements Llm {

    /** Any will do, if it is always the same. */
    private static final int SEED = 20_250_601;
    private static final int LONGEST_NAME = 100;
    private static final ObjectMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final LlmConfig config;
    private final MeterRegistry meters;
    private final Allowance allowance;
    /** No redirects: they could carry the key to another host. */
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    /** Set once the host has refused a schema and taken the same question without one. */
    private volatile boolean schemaRefused;

    OpenAiLlm(LlmConfig config, Clock clock, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
        this.allowance = new Allowance(config.sideBySide(), config.callsPerHour(), clock);
    }

    /** Half a configuration is a mistake: who gave it believes that answers are graded. */
    void check(@Observes StartupEvent event) {
        if (config.baseUrl().isPresent() != config.model().isPresent()) {
            throw new IllegalStateException("touchstone.llm.base-url and touchstone.llm.model go together");
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    @Override
    public boolean configured() {
        return config.baseUrl().isPresent() && config.model().isPresent();
    }

    @Override
    public LlmAnswer ask(LlmQuestion question) throws InterruptedException {
        LlmAnswer answer = configured() ? inTurn(question)
                : new Unavailable(Code.NOT_CONFIGURED, "No model is configured.");
        String outcome = switch (answer) {
            case Given given -> "given";
            case Unavailable(Code code, String detail) -> code.key();
        };
        meters.counter("touchstone.llm.calls", "role", question.role(), "outcome", outcome).increment();
        return answer;
    }

    private LlmAnswer inTurn(LlmQuestion question) throws InterruptedException {
        Deadline deadline = Deadline.in(config.timeout());
        if (!allowance.enter(deadline.left())) {
            return new Unavailable(Code.BUSY, "All places at the model were taken.");
        }
        try {
            return schemaRefused ? once(question, deadline, ResponseFormat.JSON) : withSchema(question, deadline);
        } catch (CallFailed failed) {
            return failed.reason();
        } catch (CallFailed.Interrupted stopped) {
            throw (InterruptedException) new InterruptedException().initCause(stopped);
        } catch (RateLimitException later) {
            return new Unavailable(Code.RATE_LIMITED, "The model's host asks to come back later.");
        } catch (LangChain4jException refused) {
            return new Unavailable(Code.HTTP_STATUS, "The model's host refused the question" + status(refused) + ".");
        } catch (RuntimeException malformed) {
            // The library fails in many ways on what is no chat completion: null pointers, indices, Jackson's own.
            return notUnderstood("The model's host sent no chat completion.");
        } finally {
            allowance.leave();
        }
    }

    /** Hosts without schemas answer such a request with 400; the instructions name the members as well. */
    private LlmAnswer withSchema(LlmQuestion question, Deadline deadline) {
        try {
            return once(question, deadline,
                    ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(JsonSchema.builder().name(question.role())
                            .rootElement(JsonRawSchema.from(question.jsonSchema())).build()).build());
        } catch (InvalidRequestException refused) {
            LlmAnswer answer = once(question, deadline, ResponseFormat.JSON);
            schemaRefused = true;
            return answer;
        }
    }

    private LlmAnswer once(LlmQuestion question, Deadline deadline, ResponseFormat format) {
        ChatResponse response = model(deadline).chat(ChatRequest.builder().responseFormat(format)
                .messages(SystemMessage.from(question.instructions()), UserMessage.from(question.material())).build());
        if (response.finishReason() == FinishReason.LENGTH) {
            return notUnderstood("The answer was cut at " + config.maxOutputTokens() + " tokens.");
        }
        return read(response);
    }

    private OpenAiChatModel model(Deadline deadline) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(new BoundedHttpClient.Builder(new BoundedHttpClient(http, allowance, deadline)))
                .baseUrl(config.baseUrl().orElseThrow().toString()).modelName(config.model().orElseThrow())
                .apiKey(config.apiKey().filter(key -> !key.isBlank()).orElse(null)).temperature(0.0).seed(SEED)
                .maxTokens(config.maxOutputTokens()).strictJsonSchema(true).maxRetries(0).build();
    }

    private LlmAnswer read(ChatResponse response) {
        try {
            JsonNode json = STRICT.readTree(response.aiMessage().text());
            return json.isObject()
                    ? new Given(json, Excerpt.of(nameOf(response), LONGEST_NAME).text(), tokens(response.tokenUsage()))
                    : notUnderstood("The answer is not a JSON object.");
        } catch (JsonProcessingException malformed) {
            return notUnderstood("The answer is not JSON.");
        }
    }

    private String nameOf(ChatResponse response) {
        String named = response.modelName();
        return named == null || named.isBlank() ? config.model().orElseThrow() : named;
    }

    private static @Nullable Tokens tokens(@Nullable TokenUsage usage) {
        return usage == null ? null : new Tokens(asLong(usage.inputTokenCount()), asLong(usage.outputTokenCount()));
    }

    private static @Nullable Long asLong(@Nullable Integer count) {
        return count == null ? null : count.longValue();
    }

    private static String status(LangChain4jException refused) {
        return refused.getCause() instanceof HttpException http ? " with status " + http.statusCode() : "";
    }

    private static Unavailable notUnderstood(String detail) {
        return new Unavailable(Code.NOT_UNDERSTOOD, detail);
    }
}
