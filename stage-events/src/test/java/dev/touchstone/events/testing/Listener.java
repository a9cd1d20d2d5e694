package dev.touchstone.events.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import io.restassured.RestAssured;

/** Listens to server-sent events as the HTML specification says, over a real connection. */
public final class Listener implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<InputStream> response;
    private final Thread reader;
    private final List<Message> heard = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile @Nullable String retry;

    /** One message; the id stays that of the message before, where it has none of its own. */
    public record Message(String id, String name, String data) {
    }

    private Listener(String key, String path, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Accept", "text/event-stream").header("Authorization", TestKeys.bearer(key));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
        reader = Thread.ofVirtual().start(this::read);
    }

    /** Hears all that was said, then what is said. */
    public static Listener as(String key, String path) {
        return new Listener(key, path, null);
    }

    /** Hears what arrived behind the last event that it has. */
    public static Listener as(String key, String path, String lastEventId) {
        return new Listener(key, path, lastEventId);
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The ids of the events, in the order of hearing; the end has none of its own. */
    public List<String> ids() {
        return heard.stream().filter(message -> message.name().isEmpty()).map(Message::id).toList();
    }

    public List<Message> heard() {
        return List.copyOf(heard);
    }

    public List<String> comments() {
        return List.copyOf(comments);
    }

    public @Nullable String retry() {
        return retry;
    }

    public boolean hasEnded() {
        return !reader.isAlive();
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String name = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String value = line.substring(line.indexOf(':') + 1).stripLeading();
                switch (line.isEmpty() ? "" : line.substring(0, Math.max(0, line.indexOf(':')))) {
                    case "id" -> id = value;
                    case "event" -> name = value;
                    case "data" -> data.append(value);
                    case "retry" -> retry = value;
                    default -> {
                        if (!line.isEmpty()) {
                            comments.add(line);
                        } else if (!data.isEmpty()) {
                            heard.add(new Message(id, name, data.toString()));
                            data.setLength(0);
                            name = "";
                        }
                    }
                }
            }
        } catch (IOException cut) {
            comments.add("cut: " + cut.getMessage());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        try {
            reader.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
