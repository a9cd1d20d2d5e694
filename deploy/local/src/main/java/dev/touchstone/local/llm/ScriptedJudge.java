package dev.touchstone.local.llm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The host of the scripted models on the loopback address: {@code POST /v1/chat/completions} and {@code GET /v1/models}. */
public final class ScriptedJudge implements AutoCloseable {

    private static final int LARGEST_REQUEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private ScriptedJudge(HttpServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for any
     */
    public static ScriptedJudge start(int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        ScriptedJudge judge = new ScriptedJudge(http);
        http.setExecutor(judge.threads);
        http.createContext("/", exchange -> answer(exchange, 404, error("There is nothing here", "not_found")));
        http.createContext("/v1/models", exchange -> answer(exchange, 200, known()));
        http.createContext("/v1/chat/completions", ScriptedJudge::complete);
        http.start();
        return judge;
    }

    /** Whose names say that they are scripts. */
    public static List<String> models() {
        return Arrays.stream(Manner.values()).map(Manner::model).toList();
    }

    /** Up to and without {@code /chat/completions}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void complete(HttpExchange exchange) throws IOException {
        JsonNode request;
        try {
            request = JSON.readTree(exchange.getRequestBody().readNBytes(LARGEST_REQUEST));
        } catch (JsonProcessingException noJson) {
            answer(exchange, 400, error("The request is no JSON", "invalid_request_error"));
            return;
        }
        Optional<Manner> manner = Manner.of(request.path("model").asText());
        Optional<Material> material = Material.read(shown(request));
        if (manner.isEmpty()) {
            answer(exchange, 404, error("There is no such model; there are " + models(), "model_not_found"));
        } else if (material.isEmpty()) {
            answer(exchange, 400, error("This script only judges answers that a jury shows it", "invalid_request_error"));
        } else {
            answer(exchange, 200, completion(request, manner.get(), Script.judge(material.get(), manner.get()).toString()));
        }
    }

    /** The message with the material; one that follows it only asks for another form of the same judgement. */
    private static String shown(JsonNode request) {
        return StreamSupport.stream(request.path("messages").spliterator(), false)
                .filter(message -> message.path("role").asText().equals("user")).map(ScriptedJudge::text)
                .filter(text -> text.contains("BEGIN-")).reduce((first, last) -> last).orElse("");
    }

    /** Some clients send a message as text, others as a list of parts. */
    private static String text(JsonNode message) {
        JsonNode content = message.path("content");
        return content.isTextual() ? content.textValue()
                : StreamSupport.stream(content.spliterator(), false).map(part -> part.path("text").asText(""))
                        .reduce("", String::concat);
    }

    private static ObjectNode completion(JsonNode request, Manner manner, String content) {
        ObjectNode completion = JSON.createObjectNode().put("id", "scripted").put("object", "chat.completion").put("created", 0)
                .put("model", manner.model());
        completion.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop")
                .putObject("message").put("role", "assistant").put("content", content);
        int read = words(request.path("messages").toString());
        int written = words(content);
        completion.putObject("usage").put("prompt_tokens", read).put("completion_tokens", written)
                .put("total_tokens", read + written);
        return completion;
    }

    /** What this host counts as tokens. */
    private static int words(String text) {
        return text.split("\\s+", -1).length;
    }

    private static ObjectNode known() {
        ObjectNode list = JSON.createObjectNode().put("object", "list");
        models().forEach(model -> list.withArray("data").addObject().put("id", model).put("object", "model")
                .put("owned_by", "touchstone: a script, no model"));
        return list;
    }

    private static ObjectNode error(String message, String type) {
        ObjectNode error = JSON.createObjectNode();
        error.putObject("error").put("message", message).put("type", type);
        return error;
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
