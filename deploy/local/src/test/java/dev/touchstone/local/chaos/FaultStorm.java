package dev.touchstone.local.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Orders faults of every kind from the emulator. */
final class FaultStorm {

    /** What W&amp;B, or what lies before it, is known to do to a client. */
    private static final List<String> KINDS = List.of(
            "\"kind\":\"status\",\"status\":500", "\"kind\":\"status\",\"status\":502",
            "\"kind\":\"status\",\"status\":503,\"retryAfter\":1", "\"kind\":\"status\",\"status\":504,\"body\":\"<html>\"",
            "\"kind\":\"rate-limited\"", "\"kind\":\"rate-limited\",\"retryAfter\":1",
            "\"kind\":\"rate-limited\",\"rateLimit\":{\"limit\":10,\"remaining\":0,\"reset\":1}",
            "\"kind\":\"reset\"", "\"kind\":\"reset\",\"stored\":false", "\"kind\":\"status\",\"status\":503,\"stored\":true",
            "\"kind\":\"slow\",\"delayMillis\":400", "\"kind\":\"slow\",\"delayMillis\":2500", "\"kind\":\"truncate\"",
            "\"kind\":\"not-json\"", "\"kind\":\"malformed-token\"", "\"kind\":\"forbidden\"",
            "\"kind\":\"duplicate-entry\",\"target\":\"graphql\",\"operation\":\"UpsertBucket\"",
            "\"kind\":\"too-large\",\"target\":\"file_stream\"", "\"kind\":\"stopped\",\"target\":\"file_stream\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI faults;
    private final RandomGenerator random;
    private final Map<String, Integer> ordered = new TreeMap<>();

    FaultStorm(URI emulator, RandomGenerator random) {
        this.faults = emulator.resolve("/admin/faults");
        this.random = random;
    }

    /** One fault that strikes some of the next requests. */
    void strike() throws IOException, InterruptedException {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        int status = send(HttpRequest.newBuilder(faults).POST(HttpRequest.BodyPublishers
                .ofString("{" + kind + ",\"times\":" + (1 + random.nextInt(6)) + "}")));
        if (status != 201) {
            throw new AssertionError("The emulator knows no fault {" + kind + "}: " + status);
        }
        ordered.merge(kind, 1, Integer::sum);
    }

    void calm() throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(faults).DELETE());
    }

    /** How often each kind was ordered. */
    Map<String, Integer> ordered() {
        return ordered;
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
