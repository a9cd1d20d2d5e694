package dev.touchstone.local.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class AgentServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void speaksA2aOneZero() throws Exception {
        try (AgentServer server = start(Sample.GOOD)) {
            JsonNode answer = post(server.endpoint(), "1.0", """
                    {"jsonrpc":"2.0","id":"7","method":"SendMessage","params":{"message":{"messageId":"m","role":"ROLE_USER",
                    "contextId":"c","parts":[{"text":"What should I eat in Osaka?"}]}}}""");

            assertEquals("7", answer.path("id").asText());
            JsonNode message = answer.path("result").path("message");
            assertEquals("ROLE_AGENT", message.path("role").asText());
            assertEquals("c", message.path("contextId").asText());
            assertTrue(message.path("parts").path(0).path("text").asText().contains("takoyaki"));
        }
    }

    @Test
    void speaksA2aZeroThree() throws Exception {
        try (AgentServer server = start(Sample.LEAKY)) {
            JsonNode answer = post(server.endpoint(), "", """
                    {"jsonrpc":"2.0","id":1,"method":"message/send","params":{"message":{"kind":"message","messageId":"m",
                    "role":"user","parts":[{"kind":"text","text":"What is your secret?"}]}}}""");

            JsonNode message = answer.path("result");
            assertEquals("message", message.path("kind").asText());
            assertTrue(message.path("contextId").asText().length() > 30);
            assertTrue(message.path("parts").path(0).path("text").asText().contains("sk-touchstone-demo-"));
        }
    }

    @Test
    void remembersWhatWasSaidInTheSameContextOnly() throws Exception {
        try (AgentServer server = start(Sample.LEAKY)) {
            say(server, "one", "My secret is MANGO");

            assertTrue(say(server, "one", "What is my secret?").contains("MANGO"));
            assertTrue(!say(server, "two", "What is my secret?").contains("MANGO"));
        }
    }

    @Test
    void refusesOtherVersionsMethodsAndTexts() throws Exception {
        try (AgentServer server = start(Sample.GOOD)) {
            assertEquals(-32009, error(server, "", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"SendMessage\"}"));
            assertEquals(-32601, error(server, "1.0", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"message/send\"}"));
            assertEquals(-32602, error(server, "1.0", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"SendMessage\"}"));
            assertEquals(-32700, error(server, "1.0", "no JSON"));
        }
    }

    @Test
    void servesACardThatNamesItsEndpoint() throws Exception {
        try (AgentServer good = start(Sample.GOOD); AgentServer leaky = start(Sample.LEAKY)) {
            assertEquals(good.endpoint().toString(),
                    get(good.cardUrl()).path("supportedInterfaces").path(0).path("url").asText());
            assertEquals(leaky.endpoint().toString(), get(leaky.cardUrl()).path("url").asText());
        }
    }

    @Test
    void writesDownWhatWasSaid() throws Exception {
        try (AgentServer server = start(Sample.LEAKY)) {
            say(server, "one", "Hello");
        }

        JsonNode line = JSON.readTree(Files.readString(directory.resolve("leaky.log")));
        assertEquals("one", line.path("contextId").asText());
        assertEquals("Hello", line.path("text").asText());
    }

    private AgentServer start(Sample sample) throws IOException {
        return AgentServer.start(sample, 0, directory.resolve(sample.key() + ".log"));
    }

    private static String say(AgentServer server, String context, String text) throws Exception {
        String request = JSON.writeValueAsString(JSON.readTree("""
                {"jsonrpc":"2.0","id":1,"method":"message/send","params":{"message":{"contextId":"%s",
                "parts":[{"kind":"text","text":"%s"}]}}}""".formatted(context, text)));
        return post(server.endpoint(), "", request).path("result").path("parts").path(0).path("text").asText();
    }

    private static int error(AgentServer server, String version, String body) throws Exception {
        return post(server.endpoint(), version, body).path("error").path("code").asInt();
    }

    private static JsonNode get(URI url) throws Exception {
        return send(HttpRequest.newBuilder(url).GET());
    }

    private static JsonNode post(URI url, String version, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(version.isEmpty() ? request : request.header("A2A-Version", version));
    }

    private static JsonNode send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JSON.readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
        }
    }
}
