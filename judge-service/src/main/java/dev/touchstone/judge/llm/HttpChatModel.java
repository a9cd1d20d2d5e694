package dev.touchstone.judge.llm;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A model behind an OpenAI-compatible API. Waits as the host asks, within bounds, and then gives up. */
final class HttpChatModel implements ChatModel {

    private final ModelSettings settings;
    private final Host host;
    private final Patience patience;
    private final Pause pause;
    private final Clock clock;

    /**
     * Where the model lives.
     *
     * @param authorization null where the address is not the operator's own: the key goes nowhere else
     */
    record Host(ChatCompletions api, @Nullable String authorization) {
    }

    HttpChatModel(ModelSettings settings, Host host, Patience patience, Pause pause, Clock clock) {
        this.settings = settings;
        this.host = host;
        this.patience = patience;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public ModelReply ask(ChatPrompt prompt) throws InterruptedException {
        for (int number = 1;; number++) {
            switch (once(prompt.messages())) {
                case Try.Done(ModelReply reply) -> {
                    return reply;
                }
                case Try.Later(String reason, String retryAfter) -> {
                    Optional<Duration> wait = patience.waitAfter(number, retryAfter, clock);
                    if (wait.isEmpty()) {
                        return new ModelReply.Unavailable(reason);
                    }
                    pause.pause(wait.get());
                }
            }
        }
    }

    private Try once(List<ChatMessage> messages) throws InterruptedException {
        try {
            HttpResponse<Optional<byte[]>> response = host.api().create(settings.baseUrl(), host.authorization(),
                    ChatCompletions.Request.of(settings, messages));
            int status = response.statusCode();
            return status >= 200 && status < 300 ? new Try.Done(read(response.body()))
                    : refused(status, response.headers().firstValue("Retry-After").orElse(null));
        } catch (IllegalArgumentException noAddress) {
            return new Try.Done(new ModelReply.Unavailable("the model's address is none that can be called"));
        } catch (IOException unreachable) {
            return new Try.Later("the model's host did not answer in time or cannot be reached", null);
        }
    }

    private ModelReply read(Optional<byte[]> body) {
        return body.map(bytes -> Completion.read(bytes, settings))
                .orElseGet(() -> new ModelReply.Unavailable("the host's answer is larger than what is read"));
    }

    private static Try refused(int status, @Nullable String retryAfter) {
        String reason = "the model's host answered " + status;
        return status == 408 || status == 429 || status >= 500 ? new Try.Later(reason, retryAfter)
                : new Try.Done(new ModelReply.Unavailable(reason));
    }

    private sealed interface Try {

        record Done(ModelReply reply) implements Try {
        }

        record Later(String reason, @Nullable String retryAfter) implements Try {
        }
    }
}
