package dev.touchstone.review.letters;

import static dev.touchstone.review.KnownKeys.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.Stage;
import dev.touchstone.events.Topics;
import dev.touchstone.events.inbox.Receiver;
import dev.touchstone.events.testing.EventBus;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Tables;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class RedeliveryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOPIC = Topics.of(Stage.JUDGE);
    private static final String ON_BROKER = "<script>alert(1)</script> \u202E not an event";

    @Inject
    EventBus bus;

    @Inject
    Tables tables;

    @Inject
    KeepLetter handler;

    @Inject
    MeterRegistry meters;

    @Inject
    DeliveryConfig config;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final String key = UUID.randomUUID().toString();

    private ConsumerRecord<String, byte[]> letter(String text) {
        bus.sendRaw(TOPIC, key, text.getBytes(StandardCharsets.UTF_8));
        ConsumerRecord<String, byte[]> letter = bus.awaitRecord(Topics.DEAD_LETTER, message -> key.equals(message.key()));
        awaitKept(1);
        return letter;
    }

    private void awaitKept(int letters) {
        await().atMost(PATIENCE)
                .until(() -> tables.count("select count(*) from dead_letter where message_key = ?", key) == letters);
    }

    private static ValidatableResponse send(UUID letter, int attempt) {
        return as(TestKeys.OPERATOR).contentType("application/json").body(Map.of("attempt", attempt))
                .post("/review/dead-letters/" + letter + "/redelivery").then();
    }

    private long sent() {
        return bus.recordsOf(UUID.fromString(key)).stream().filter(message -> message.topic().equals(TOPIC)).count();
    }

    @Test
    void whatDiesAgainIsANewLetterThatNamesTheFirst() {
        // Given
        UUID first = Receiver.place(letter(ON_BROKER));
        // When
        send(first, 1).statusCode(202).body("attempt", equalTo(1));
        // Then
        awaitKept(2);
        as(TestKeys.OPERATOR).get("/review/dead-letters?q=" + key).then().statusCode(200).body("count", equalTo(2))
                .body("letters[0].follows", equalTo(first.toString())).body("letters[0].redelivered", equalTo(0))
                .body("letters[1].redelivered", equalTo(1)).body("letters[1].payload", equalTo(ON_BROKER))
                .body("letters[1].topic", equalTo(TOPIC)).body("letters[1].handler", equalTo("RecordEvent"));
        assertEquals(2, sent());
    }

    @Test
    void aClickThatComesTwiceCountsOnceAndSaysWhoWasFirst() {
        // Given
        UUID letter = Receiver.place(letter("no event"));
        send(letter, 1).statusCode(202);
        // When
        var again = send(letter, 1);
        // Then
        again.statusCode(200).body("requestedBy", not(equalTo(null)));
        send(letter, 3).statusCode(409).body("type", equalTo("urn:touchstone:problem:out-of-turn"));
        awaitKept(2);
        assertEquals(2, sent());
    }

    @Test
    void aSecondDeliveryOfALetterChangesNothing() throws Throwable {
        // Given
        ConsumerRecord<String, byte[]> letter = letter("once");
        double before = duplicates();
        // When
        VertxContextSupport.subscribeAndAwait(() -> handler.handle(letter));
        // Then
        await().atMost(PATIENCE).until(() -> duplicates() > before);
        awaitKept(1);
    }

    private double duplicates() {
        var counter = meters.find("touchstone.inbox.duplicates").tag("handler", "KeepLetter").counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void aForgedLetterSendsNothing() {
        // Given
        bus.sendRaw(Topics.DEAD_LETTER, key, "{\"event\":\"human_decision\"}".getBytes(StandardCharsets.UTF_8));
        awaitKept(1);
        String id = as(TestKeys.OPERATOR).get("/review/dead-letters?q=" + key).then().extract().path("letters[0].id");
        // When
        var refusal = send(UUID.fromString(Objects.requireNonNull(id)), 1);
        // Then
        refusal.statusCode(409).body("type", equalTo("urn:touchstone:problem:not-redeliverable"))
                .body("detail", containsString("no topic"));
        assertEquals(0, sent());
    }

    @Test
    void whatInboxesMayHaveForgottenIsNotSentAgain() throws InterruptedException, ExecutionException {
        // Given
        Instant old = Instant.now().minus(config.keep()).plus(Duration.ofHours(23));
        sendAt(old);
        UUID letter = Receiver.place(bus.awaitRecord(Topics.DEAD_LETTER, message -> key.equals(message.key())));
        awaitKept(1);
        // When
        var refusal = send(letter, 1);
        // Then
        refusal.statusCode(409).body("type", equalTo("urn:touchstone:problem:not-redeliverable"))
                .body("detail", containsString("older than what inboxes remember"));
        as(TestKeys.OPERATOR).get("/dead-letters?said=TOO_OLD&q=" + key).then().statusCode(200)
                .body(containsString("it would take effect twice"));
        as(TestKeys.OPERATOR).header("Accept-Language", "ja").get("/dead-letters?said=TOO_OLD&q=" + key).then()
                .statusCode(200).body(containsString("二重に処理"));
        assertEquals(1, sent());
    }

    private void sendAt(Instant time) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker),
                new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, null, time.toEpochMilli(), key, "old".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    @Test
    void thePageShowsHostileTextAsTextAndSendsAgainByItsForm() {
        // Given
        UUID letter = Receiver.place(letter(ON_BROKER));
        // When
        String page = as(TestKeys.OPERATOR).get("/dead-letters?q=" + key).then().statusCode(200).extract().asString();
        // Then
        assertEquals(false, page.contains("<script>alert"), page);
        assertEquals(true, page.contains("&lt;script&gt;alert(1)&lt;/script&gt; ⟦U+202E⟧"), page);
        as(TestKeys.OPERATOR).redirects().follow(false).header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded").body("attempt=1")
                .post("/dead-letters/" + letter + "/redelivery").then().statusCode(303)
                .header("Location", containsString("said=sent"));
        awaitKept(2);
        as(TestKeys.OPERATOR).get("/dead-letters?said=sent&q=" + key).then()
                .body(containsString("Died again after it was sent again"), containsString("It is on its way"));
    }

    @Test
    void lettersAreForOperators() {
        for (String other : new String[] { TestKeys.REVIEWER, TestKeys.SUBMITTER, TestKeys.AUDITOR }) {
            as(other).get("/review/dead-letters").then().statusCode(403);
            as(other).get("/dead-letters").then().statusCode(403);
        }
    }
}
