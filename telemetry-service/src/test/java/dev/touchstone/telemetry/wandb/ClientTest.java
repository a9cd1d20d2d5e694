package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.ScriptedWandb.Fault;
import dev.touchstone.telemetry.wandb.api.Feature;
import dev.touchstone.telemetry.wandb.api.ResumePoint;
import dev.touchstone.telemetry.wandb.api.RunUpsert;
import dev.touchstone.telemetry.wandb.api.UpsertedRun;
import dev.touchstone.telemetry.wandb.api.Viewer;
import dev.touchstone.telemetry.wandb.api.WandbApi;
import dev.touchstone.telemetry.wandb.filestream.FileStream;
import dev.touchstone.telemetry.wandb.filestream.FileStream.Feedback;
import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest;
import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest.Chunk;

/** The client against a server that answers, fails and breaks as it is told to. */
class ClientTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ScriptedWandb wandb = new ScriptedWandb();
    private final WandbHttp http = http(wandb.url());
    private final WandbApi api = new WandbApi(http);
    private final FileStream fileStream = new FileStream(http);

    @AfterEach
    void close() {
        wandb.close();
    }

    @Test
    void asksWhomTheKeyBelongsToWithBasicAuthentication() throws Exception {
        // When
        Answer<Viewer> viewer = api.viewer();

        // Then
        assertEquals(Answer.accepted(new Viewer("bob", "acme")), viewer);
        assertEquals("Basic YXBpOjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc=",
                wandb.seen().getFirst().authorization());
    }

    @Test
    void refusesAKeyThatIsNobodys() throws Exception {
        // Given
        wandb.fail(new Fault.Status(200, Map.of(), "{\"data\":{\"viewer\":null}}"));

        // Then
        assertEquals(401, assertInstanceOf(Refused.class, api.viewer()).status());
    }

    @Test
    void countsOnlyEnabledFeatures() throws Exception {
        assertEquals(Answer.accepted(Set.of(Feature.CLIENT_IDS)), api.features());
    }

    @Test
    void createsARunWithItsWholeConfig() throws Exception {
        // When
        Answer<UpsertedRun> answer = api.upsert(upsert());

        // Then
        assertEquals(Answer.accepted(new UpsertedRun("storage-r1", "acme", "agents", 0, true)), answer);
        JsonNode sent = wandb.run("r1").upsert;
        JsonNode config = ExtendedJson.read(sent.path("config").asText());
        assertEquals("{\"value\":\"echo\"}", config.path("agent_id").toString());
        JsonNode own = config.path("_wandb").path("value");
        assertTrue(own.path("t").path("5").isTextual() && own.path("t").path("13").isTextual(), "resumable");
        assertEquals("[{\"1\":\"event/sequence\",\"6\":[3],\"7\":[]},{\"1\":\"judge/score\",\"5\":1,\"6\":[3],\"7\":[]}]",
                own.path("m").toString());
        assertEquals("review", sent.path("jobType").asText());
    }

    @Test
    void triesAConflictOfTwoCreatorsAgain() throws Exception {
        // Given
        wandb.fail(new Fault.Status(409, Map.of(),
                "{\"errors\":[{\"message\":\"Error 1062: Duplicate entry for key 'runs.PRIMARY'\"}]}"));

        // Then
        assertInstanceOf(Later.class, api.upsert(upsert()));
    }

    @Test
    void knowsThatADeletedRunNeverComesBack() throws Exception {
        // Given
        wandb.fail(new Fault.Status(409, Map.of(), "{\"error\":\"run a/b/c was previously created and deleted\"}"));

        // Then
        assertTrue(assertInstanceOf(Refused.class, api.upsert(upsert())).deletedRun());
    }

    @Test
    void takesErrorsInAnOtherwiseGoodAnswerAsARefusal() throws Exception {
        // Given
        wandb.fail(new Fault.Status(200, Map.of(), "{\"errors\":[{\"message\":\"permission denied\"}],\"data\":null}"));

        // Then
        assertEquals("W&B refuses: permission denied", assertInstanceOf(Refused.class, api.upsert(upsert())).reason());
    }

    @Test
    void goesOnAfterTheLastStepOfARunThatSomebodyBegan() throws Exception {
        // Given
        fileStream.send("acme", "agents", "r1", lines(0, "{\"loss\":NaN,\"_step\":6}"));

        // Then
        Answer<ResumePoint> point = api.existing("acme", "agents", "r1")
                .then(run -> Answer.accepted(run.orElseThrow().point()));
        assertEquals(Answer.accepted(new ResumePoint(1, 7, 0, 0, 0)), point);
    }

    @Test
    void writesLinesAtTheirNumbersAndEndsTheRun() throws Exception {
        // When
        Answer<Feedback> first = fileStream.send("acme", "agents", "r1", lines(0, "{\"a\":1}", "{\"a\":2}"));
        Answer<Feedback> last = fileStream.send("acme", "agents", "r1",
                lines(2, "{\"a\":3}").withSummary("{\"a\":3}").withExitCode(1));

        // Then
        assertEquals(List.of(Answer.accepted(new Feedback(false, OptionalInt.empty())),
                Answer.accepted(new Feedback(false, OptionalInt.empty()))), List.of(first, last));
        assertEquals(List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}"), wandb.run("r1").lines());
        assertEquals(1, wandb.run("r1").exitCode);
    }

    @Test
    void saysOnlyThatItIsAliveInAHeartbeat() throws Exception {
        // When
        fileStream.send("acme", "agents", "r1", FileStreamRequest.HEARTBEAT);

        // Then
        assertEquals("{}", wandb.seen().getFirst().body().toString());
        assertEquals("/files/acme/agents/r1/file_stream", wandb.seen().getFirst().path());
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception {
        // Given
        wandb.failNext(new Fault.Status(429, Map.of("Retry-After", "5"), "rate limit exceeded"),
                new Fault.Status(503, Map.of("Retry-After", "Thu, 1 Jan 2026 00:00:07 GMT"), ""),
                new Fault.Status(500, Map.of("Retry-After", "soon"), "<html>"));

        // Then
        assertEquals(new Later<Feedback>(429, "W&B answered 429", Optional.of(Duration.ofSeconds(5))), heartbeat());
        assertEquals(new Later<Feedback>(503, "W&B answered 503", Optional.of(Duration.ofSeconds(7))), heartbeat());
        assertEquals(new Later<Feedback>(500, "W&B answered 500", Optional.empty()), heartbeat());
    }

    @Test
    void spreadsWhatIsLeftOfARateLimit() throws Exception {
        // Given
        wandb.failNext(new Fault.Status(200, Map.of("RateLimit-Remaining", "2", "RateLimit-Reset", "8.5"), "{}"));

        // Then
        assertEquals(Duration.ofMillis(4_250), assertInstanceOf(Accepted.class, heartbeat()).pause());
    }

    @Test
    void hearsThatSomebodyPressedStop() throws Exception {
        // Given
        wandb.failNext(new Fault.Status(200, Map.of(), "{\"stopped\":true}"));

        // Then
        assertEquals(Answer.accepted(new Feedback(true, OptionalInt.empty())), heartbeat());
    }

    @Test
    void doesNotTakeAProxysPageForAnAcceptance() throws Exception {
        // Given
        wandb.failNext(new Fault.Status(200, Map.of(), "<html>please wait</html>"));

        // Then
        assertEquals(new Later<>(200, "W&B answered lines of a run with something else", Optional.empty()), heartbeat());
    }

    @Test
    void takesNothingMoreFromAnAcceptanceWithoutWords() throws Exception {
        // Given
        wandb.failNext(new Fault.Status(200, Map.of(), ""));

        // Then
        assertEquals(Answer.accepted(new Feedback(false, OptionalInt.empty())), heartbeat());
    }

    @Test
    void neverRepeatsTheKeyThatAServerEchoes() throws Exception {
        // Given
        wandb.failNext(new Fault.Status(401, Map.of(), "{\"error\":\"bad key " + ScriptedWandb.KEY + "\"}"));

        // When
        Refused<?> refused = assertInstanceOf(Refused.class, heartbeat());

        // Then
        assertEquals("W&B answered 401: bad key ***", refused.reason());
        assertFalse(new ApiKey(ScriptedWandb.KEY).toString().contains(ScriptedWandb.KEY));
    }

    @Test
    void aRepeatedRequestAfterALostAnswerChangesNothing() throws Exception {
        // Given
        wandb.failNext(new Fault.ResetAfterStoring());
        FileStreamRequest request = lines(0, "{\"a\":1}", "{\"a\":2}");

        // When
        Answer<Feedback> lost = fileStream.send("acme", "agents", "r1", request);
        Answer<Feedback> repeated = fileStream.send("acme", "agents", "r1", request);

        // Then
        assertEquals(new Later<Feedback>(0, "W&B cannot be reached", Optional.empty()), lost);
        assertInstanceOf(Accepted.class, repeated);
        assertEquals(List.of("{\"a\":1}", "{\"a\":2}"), wandb.run("r1").lines());
        assertEquals(List.of(), wandb.run("r1").overwritten);
    }

    @Test
    void doesNotFollowTheKeyElsewhere() throws Exception {
        // Given
        wandb.failNext(new Fault.Status(302, Map.of("Location", wandb.url() + "/elsewhere"), ""));

        // Then
        assertInstanceOf(Later.class, heartbeat());
        assertEquals(1, wandb.seen().size());
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        // Given
        URI gone = wandb.url();
        wandb.close();

        // Then
        assertEquals("W&B cannot be reached",
                assertInstanceOf(Later.class, new WandbApi(http(gone)).viewer()).reason());
    }

    private Answer<Feedback> heartbeat() throws InterruptedException {
        return fileStream.send("acme", "agents", "r1", FileStreamRequest.HEARTBEAT);
    }

    private static FileStreamRequest lines(long offset, String... lines) {
        return FileStreamRequest.HEARTBEAT.withHistory(new Chunk(offset, List.of(lines)));
    }

    private static RunUpsert upsert() {
        RunDescription description = new RunDescription("Echo 1", "echo", "", null, List.of("touchstone"),
                Map.of("agent_id", ExtendedJson.node("echo")));
        return new RunUpsert(null, "acme", "agents", "r1", description,
                List.of(new MetricDefinition("event/sequence", null), new MetricDefinition("judge/score", "event/sequence")));
    }

    private static WandbHttp http(URI url) {
        return new WandbHttp(WandbHttp.newClient(Duration.ofSeconds(2)), url, new ApiKey(ScriptedWandb.KEY),
                Duration.ofSeconds(5), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
