package dev.touchstone.submission.intake;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.Topics;
import dev.touchstone.events.testing.EventBus;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.Database;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.RestAssured;

/** Nothing that was accepted is lost, however fast it comes. */
@ServiceTest
class ThousandPostsTest {

    private static final int POSTS = 1_000;
    private static final int CONNECTIONS = 32;
    private static final int ACCEPTED = 202;
    private static final int TOO_MANY = 429;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void allAreAcceptedOrToldToSlowDownAndNoneIsLost() throws Exception {
        // Given
        List<HttpRequest> requests = IntStream.range(0, POSTS).mapToObj(each -> request("POST", "")).toList();
        // When
        List<HttpResponse<String>> answers = send(requests);
        // Then
        Set<UUID> accepted = answers.stream().filter(answer -> answer.statusCode() == ACCEPTED)
                .map(answer -> UUID.fromString(Cards.json(answer.body()).path("submissionId").asText()))
                .collect(Collectors.toSet());
        long refused = answers.stream().filter(answer -> answer.statusCode() == TOO_MANY).count();
        assertFalse(accepted.isEmpty());
        assertEquals(POSTS, accepted.size() + refused);
        assertEquals(accepted.size(), Database.count("select count(*) from submission s join review r on r.submission_id = s.id"
                + " where s.id = any(?)", (Object) accepted.toArray(UUID[]::new)));
        assertEquals(accepted, requested(accepted));
        assertEquals(accepted, inProgress(accepted));
    }

    /** Those of which the first stage was asked for on the topic. */
    private Set<UUID> requested(Set<UUID> wanted) {
        try (EventBus bus = new EventBus(bootstrapServers)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> requested(bus, wanted).size() == wanted.size());
            return requested(bus, wanted);
        }
    }

    private static Set<UUID> requested(EventBus bus, Set<UUID> wanted) {
        return wanted.stream().filter(id -> bus.recordsOf(id).stream()
                .anyMatch(message -> message.topic().equals(Topics.REQUESTS))).collect(Collectors.toSet());
    }

    private static Set<UUID> inProgress(Set<UUID> wanted) throws Exception {
        return send(wanted.stream().map(id -> request("GET", "/" + id + "/progress")).toList()).stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> UUID.fromString(Cards.json(answer.body()).path("submissionId").asText()))
                .collect(Collectors.toSet());
    }

    private static List<HttpResponse<String>> send(List<HttpRequest> requests) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS, Thread.ofVirtual().factory())) {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : clients.invokeAll(requests.stream()
                    .map(request -> (Callable<HttpResponse<String>>) () -> client.send(request, BodyHandlers.ofString()))
                    .toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static HttpRequest request(String method, String below) {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/submissions" + below))
                .header("Authorization", TestKeys.bearer(TestKeys.SUBMITTER)).header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(Api.request(RelayDouble.GOOD)))
                .build();
    }
}
