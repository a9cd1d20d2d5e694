package dev.touchstone.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Stands for judge-service, which tells services which LLMs may be asked for. */
public class JudgeDouble implements QuarkusTestResourceLifecycleManager {

    private static final byte[] OFFER = """
            {"enabled": true,
             "jurors": [{"juror": "first", "provider": "openai-compatible", "model": "judge-small",
                         "baseUrl": "http://llm.example/v1", "temperature": 0, "maxOutputTokens": 1024, "dryRun": false}],
             "allowed": {"baseUrls": ["http://llm.example/v1"], "models": ["judge-small", "judge-large<script>"]},
             "prompts": {"version": "jury-2", "digest": "sha256:00"}}""".getBytes(StandardCharsets.UTF_8);

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/llm", JudgeDouble::answer);
            started.start();
            server = started;
            return Map.of("touchstone.services.judge-url", "http://localhost:" + started.getAddress().getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        boolean service = TestKeys.bearer(TestKeys.SERVICE).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        try (exchange) {
            exchange.sendResponseHeaders(service ? 200 : 401, service ? OFFER.length : -1);
            if (service) {
                exchange.getResponseBody().write(OFFER);
            }
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
