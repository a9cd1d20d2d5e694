package dev.touchstone.submission.review.precheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.EventBus;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import dev.touchstone.submission.SignatureBundle.Algorithm;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.Submissions;
import dev.touchstone.submission.card.signature.SignatureCheck;
import dev.touchstone.submission.card.signature.Signer;
import dev.touchstone.submission.review.precheck.Evidence.Documents;

@ServiceTest
class CarryOutPrecheckTest {

    @Inject
    Registry registry;

    @Inject
    Submissions submissions;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private EventBus bus;

    @BeforeEach
    void listen() {
        bus = new EventBus(bootstrapServers);
    }

    @AfterEach
    void stopListening() {
        bus.close();
    }

    @Test
    void aCardThatChangedAtItsAddressIsNoticed() {
        // Given a card that is another one when it is fetched again
        UUID id = accepted("{\"agentId\": \"" + Api.agentId() + "\", \"cardUrl\": \"" + RelayDouble.DRIFTING + "\"}");
        // When
        Completed completed = completed(id);
        // Then
        assertEquals("[\"version\"]", completed.summary().at("/cardDrift/changed").toString());
        assertTrue(completed.warnings().contains("The card at its address is not the one under review any more: version"),
                () -> completed.warnings().toString());
    }

    @Test
    void aDeclaredChallengeIsAnsweredByTheAgentsHost() {
        // Given
        JsonNode card = Cards.json(Cards.at(RelayDouble.CHALLENGED).replace("\"streaming\": false",
                "\"extensions\": [{\"uri\": \"urn:touchstone:a2a:challenge:v1\"}]"));
        UUID id = accepted(Api.with(Api.request(RelayDouble.CHALLENGED), "cardDocument", card.toString()));
        // Then
        assertEquals("PASSED", check(completed(id), "endpoint.challenge").path("result").asText());
    }

    @Test
    void aKeyThatIsRevokedWhileTheReviewGoesOnCountsNoMore() {
        // Given
        Signer signer = Signer.ed25519();
        signer.register(TestKeys.SUBMITTER, TestKeys.MAKERS);
        JsonNode card = Cards.json(Cards.at(RelayDouble.GOOD));
        UUID id = accepted(Api.with(Api.request(RelayDouble.GOOD), "signatureBundle",
                Signer.json(signer.bundle(card, Algorithm.ED25519))));
        assertEquals("The card is signed with " + signer.keyId() + ".",
                check(completed(id), "card.signature").path("detail").asText());
        signer.revoke(TestKeys.SUBMITTER, TestKeys.MAKERS);
        Submission submission = Blocking.inTransaction(() -> submissions.find(id));
        // When the precheck looks again, as it does in another attempt or round
        var records = registry.records(submission, new Documents(card, MissingNode.getInstance(), false), "sha256:none");
        // Then
        assertInstanceOf(SignatureCheck.RevokedKey.class, records.signature());
    }

    @Test
    void whatTheWayOutRefusesIsTold() {
        // Given an endpoint whose name leads inside since it was accepted
        UUID id = accepted(Api.request(RelayDouble.REBOUND));
        // When
        StageEvent event = bus.await(id, "egress_refused");
        // Then
        assertEquals(Stage.PRECHECK, event.stage());
        assertEquals(new EgressRefused("private_address", "http://rebound.example:8443",
                "the host has an address that is not public: loopback", 1), event.body());
        bus.await(id, each -> each.stage() == Stage.PRECHECK && each.body() instanceof Failed);
    }

    private static UUID accepted(String request) {
        return UUID.fromString(Api.post(request).statusCode(202).extract().path("submissionId"));
    }

    private Completed completed(UUID submissionId) {
        StageEvent event = bus.await(submissionId, each -> each.stage() == Stage.PRECHECK && each.body() instanceof Completed);
        return (Completed) event.body();
    }

    private static JsonNode check(Completed completed, String name) {
        for (JsonNode check : completed.summary().path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check;
            }
        }
        return MissingNode.getInstance();
    }
}
