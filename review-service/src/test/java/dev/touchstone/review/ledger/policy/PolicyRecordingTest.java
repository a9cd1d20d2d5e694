package dev.touchstone.review.ledger.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.access.ServiceKeyFilter;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import dev.touchstone.review.artifacts.ServicesConfig;
import dev.touchstone.review.ledger.Ledger;
import dev.touchstone.review.ledger.check.Chain;
import dev.touchstone.review.ledger.check.Entry;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class PolicyRecordingTest {

    private static final int PAGE = 2;

    @Inject
    Talk talk;

    @Inject
    Ledger ledger;

    @Inject
    PolicyConfig config;

    @Inject
    ServiceKeyFilter serviceKey;

    @Inject
    AgroalDataSource database;

    private final List<Long> inForce = new ArrayList<>();
    private final HttpServer submissions = server();
    private long first;

    @AfterEach
    void close() {
        submissions.stop(0);
    }

    /** Answers as submission-service does: the newest first, in pages. */
    private HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/v1/policies/activations", this::answer);
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean service = TestKeys.bearer(TestKeys.SERVICE).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String query = exchange.getRequestURI().getQuery();
        long before = query.contains("after=") ? Long.parseLong(query.replaceAll(".*after=(\\d+).*", "$1")) : Long.MAX_VALUE;
        List<Long> rest = inForce.reversed().stream().filter(number -> number < before).toList();
        ObjectNode page = EventJson.mapper().createObjectNode();
        ArrayNode items = page.putArray("items");
        rest.stream().limit(PAGE).forEach(number -> items.addObject().put("number", number).put("version", "policy-" + number)
                .put("reason", "«stricter» " + number).put("activatedBy", "Otto")
                .put("activatedAt", "2026-02-01T12:00:00.000001Z"));
        page.put("next", rest.size() > PAGE ? rest.get(PAGE - 1).toString() : null);
        byte[] body = page.toString().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(service ? 200 : 401, service ? body.length : -1);
            if (service) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private PolicySource source() {
        return new PolicySource(new OnlySubmissions(URI.create("http://localhost:" + submissions.getAddress().getPort() + "/")),
                serviceKey, config);
    }

    /** All others are where nobody is. */
    private record OnlySubmissions(URI submissionUrl) implements ServicesConfig {

        @Override
        public URI sandboxUrl() {
            return submissionUrl;
        }

        @Override
        public URI judgeUrl() {
            return submissionUrl;
        }

        @Override
        public URI reviewUrl() {
            return submissionUrl;
        }

        @Override
        public URI telemetryUrl() {
            return submissionUrl;
        }
    }

    private void activated(int more) {
        first = first == 0 ? Blocking.inTransaction(ledger::lastActivation) + 1 : first;
        long next = first + inForce.size();
        LongStream.range(next, next + more).forEach(inForce::add);
    }

    private List<Entry> whole() throws Exception {
        List<Entry> whole = new ArrayList<>();
        try (var connection = database.getConnection();
                var rows = connection.createStatement()
                        .executeQuery("select index, leaf_hash, entry from ledger_entry order by index")) {
            while (rows.next()) {
                whole.add(new Entry(rows.getLong(1), rows.getString(2), rows.getString(3)));
            }
        }
        return whole;
    }

    private List<JsonNode> recorded() throws Exception {
        List<JsonNode> recorded = new ArrayList<>();
        for (Entry entry : whole()) {
            JsonNode text = EventJson.mapper().readTree(entry.text());
            if (text.path("activation").asLong(0) >= first) {
                recorded.add(text);
            }
        }
        return recorded;
    }

    @Test
    void everyActivationIsAppendedOnceAndInOrder() throws Exception {
        // Given
        activated(3);
        PolicyRecording recording = new PolicyRecording(source(), ledger, config);
        // When
        recording.look();
        talk.tell(new Reviews().passed(Stage.PRECHECK, 1, 1));
        activated(2);
        recording.look();
        recording.look();
        // Then
        List<JsonNode> recorded = recorded();
        assertEquals(inForce, recorded.stream().map(entry -> entry.path("activation").asLong()).toList());
        JsonNode entry = recorded.getFirst();
        assertEquals("policy_activated", entry.path("event").asText());
        assertEquals("policy-" + first, entry.path("policyVersion").asText());
        assertEquals("«stricter» " + first, entry.path("reason").asText());
        assertEquals("Otto", entry.path("activatedBy").asText());
        assertEquals("2026-02-01T12:00:00.000001Z", entry.path("generatedAt").asText());
        for (String none : List.of("submissionId", "eventId", "wandbRunId", "stage", "eventDigest")) {
            assertTrue(entry.path(none).isNull(), none);
        }
        assertEquals(List.of(), Chain.verify(whole()));
    }

    @Test
    void severalReplicasAppendEachOnce() throws Exception {
        // Given
        activated(4);
        // When
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> look = () -> {
                new PolicyRecording(source(), ledger, config).look();
                return true;
            };
            for (Future<Boolean> done : replicas.invokeAll(Stream.generate(() -> look).limit(3).toList())) {
                done.get();
            }
        }
        // Then
        assertEquals(inForce, recorded().stream().map(entry -> entry.path("activation").asLong()).toList());
        assertEquals(List.of(), Chain.verify(whole()));
    }

    @Test
    void whileSubmissionServiceIsAwayNothingIsLostOrGuessed() throws Exception {
        // Given
        activated(1);
        PolicySource source = source();
        PolicyRecording recording = new PolicyRecording(source, ledger, config);
        submissions.stop(0);
        // When
        assertThrows(IOException.class, recording::look);
        // Then
        assertEquals(List.of(), recorded());
    }
}
