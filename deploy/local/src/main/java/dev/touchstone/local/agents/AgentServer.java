package dev.touchstone.local.agents;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** One sample agent on the loopback address: its card at the well-known path, JSON-RPC at {@code /a2a}. */
public final class AgentServer implements AutoCloseable {

    private static final String CARD_PATH = "/.well-known/agent-card.json";
    private static final String ENDPOINT_PATH = "/a2a";
    private static final int LARGEST_REQUEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sample sample;
    private final SampleAgent agent;
    private final HttpServer server;
    private final MessageLog log;
    private final Faults faults;
    private final Conversations conversations = new Conversations();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private AgentServer(Sample sample, MessageLog log, HttpServer server) {
        this.sample = sample;
        this.log = log;
        this.agent = sample.agent();
        this.faults = sample.faults();
        this.server = server;
    }

    /**
     * @param port 0 for any
     * @param log a line of JSON is added for each message
     */
    public static AgentServer start(Sample sample, int port, Path log) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        AgentServer server = new AgentServer(sample, new MessageLog(log), http);
        http.setExecutor(server.threads);
        http.createContext("/", exchange -> answer(exchange, 404, JSON.createObjectNode().put("error", "not found")));
        http.createContext(CARD_PATH, server::card);
        http.createContext(ENDPOINT_PATH, server::message);
        http.start();
        return server;
    }

    public URI cardUrl() {
        return url(CARD_PATH);
    }

    public URI endpoint() {
        return url(ENDPOINT_PATH);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void card(HttpExchange exchange) throws IOException {
        answer(exchange, 200, JSON.readTree(sample.card(endpoint())));
    }

    private void message(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            answer(exchange, 405, JSON.createObjectNode().put("error", "POST a JSON-RPC request"));
            return;
        }
        String version = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("A2A-Version"), "");
        String body = new String(exchange.getRequestBody().readNBytes(LARGEST_REQUEST), StandardCharsets.UTF_8);
        switch (fate(body)) {
            case ANSWERED -> answer(exchange, 200, reply(body, version));
            case ERROR -> answer(exchange, 500, JSON.createObjectNode().put("error", "internal error"));
            case BROKEN -> exchange.close();
        }
    }

    private Faults.Fate fate(String body) {
        try {
            JsonNode message = JSON.readTree(body).path("params").path("message");
            return faults.of(message.path("messageId").asText(""), Dialect.text(message));
        } catch (JsonProcessingException noJson) {
            return Faults.Fate.ANSWERED;
        }
    }

    private ObjectNode reply(String body, String version) {
        JsonNode request;
        try {
            request = JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return error(NullNode.getInstance(), -32700, "The request is no JSON");
        }
        JsonNode id = request.path("id");
        JsonNode message = request.path("params").path("message");
        Dialect dialect = sample.dialect();
        if (!dialect.speaks(version)) {
            return error(id, -32009, "This agent does not speak version '" + version + "' of A2A");
        }
        if (!request.path("method").asText().equals(dialect.method())) {
            return error(id, -32601, "There is no such method; there is " + dialect.method());
        }
        String text = Dialect.text(message);
        if (text.isBlank()) {
            return error(id, -32602, "The message has no text");
        }
        return envelope(id).set("result", said(text, message.path("contextId").asText("")));
    }

    private ObjectNode said(String text, String contextId) {
        String context = contextId.isEmpty() ? UUID.randomUUID().toString() : contextId;
        String reply = agent.reply(text, conversations.say(context, text));
        log.add(context, text, reply);
        return sample.dialect().result(reply, context);
    }

    private static ObjectNode error(JsonNode id, int code, String message) {
        ObjectNode envelope = envelope(id);
        envelope.putObject("error").put("code", code).put("message", message);
        return envelope;
    }

    private static ObjectNode envelope(JsonNode id) {
        ObjectNode envelope = JSON.createObjectNode().put("jsonrpc", "2.0");
        envelope.set("id", id.isValueNode() && !id.isMissingNode() ? id : NullNode.getInstance());
        return envelope;
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
