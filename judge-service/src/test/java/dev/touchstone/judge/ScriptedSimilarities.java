package dev.touchstone.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * How sandbox-service compares, by what is expected.
 *
 * @param stopped until then a hanging answer hangs
 */
record ScriptedSimilarities(CountDownLatch stopped) implements HttpHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String expected = JSON.readTree(exchange.getRequestBody()).path("pairs").path(0).path("expected").asText();
        if (expected.equals("hangs")) {
            untilStopped();
        }
        byte[] body = body(expected).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(expected.equals("fails") ? 503 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void untilStopped() {
        try {
            stopped.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(String expected) {
        return switch (expected) {
            case "fails" -> "{}";
            case "html" -> "<html>gateway</html>";
            case "empty" -> "";
            case "null" -> "null";
            case "no pairs" -> "{\"model\":null,\"pairs\":[]}";
            case "out of range" -> measured("1.5", "0.5", "");
            case "not a number" -> measured("\"NaN\"", "0.5", "");
            case "no model" -> measured("0.9", "0.9", "").replace("{\"name\":\"mini\",\"digest\":\"sha256:0\"}", "null");
            case "unknown fact" -> measured("0.9", "null", "{\"kind\":\"taste\",\"text\":\"x\",\"kept\":true}");
            default -> measured("0.75", "0.8", "{\"kind\":\"figure\",\"text\":\"2\",\"kept\":true,\"instead\":null}");
        };
    }

    private static String measured(String overlap, String embedding, String facts) {
        return """
                {"model":{"name":"mini","digest":"sha256:0"},"tokenizer":"t","pairs":[{"overlap":%s,"embedding":%s,\
                "shared":["Gion"],"facts":[%s],"contradicted":false}]}""".formatted(overlap, embedding, facts);
    }
}
