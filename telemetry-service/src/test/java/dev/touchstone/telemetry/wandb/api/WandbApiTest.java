package dev.touchstone.telemetry.wandb.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.Loopback;
import dev.touchstone.telemetry.wandb.Loopback.Reply;
import dev.touchstone.telemetry.wandb.Refusal;

class WandbApiTest {

    private volatile Reply reply = Reply.json("{}");
    private final Loopback wandb = new Loopback(request -> request.method().equals("PUT") ? Reply.of(200, "") : reply);
    private final WandbApi api = new WandbApi(wandb.client());

    @AfterEach
    void close() {
        wandb.close();
    }

    @Test
    void takesAViewerBesideErrors() throws Exception {
        // Given
        answer("{\"errors\":[{\"message\":\"no teams\"}],\"data\":{\"viewer\":{\"entity\":\"acme\",\"username\":\"bob\"}}}");

        // Then
        assertEquals(Answer.accepted(new Viewer("bob", "acme")), api.viewer());
    }

    @Test
    void countsNoFeaturesOfAServerThatDoesNotKnowTheQuestion() throws Exception {
        // Given
        answer("{\"errors\":[{\"message\":\"Cannot query field \\\"features\\\" on type \\\"ServerInfo\\\".\"}],\"data\":null}");

        // Then
        assertEquals(Answer.accepted(Set.of()), api.features());
    }

    @Test
    void countsNoFeaturesOfAServerThatRefusesTheQuestionButAsksABusyOneAgain() throws Exception {
        // Given
        reply = Reply.of(400, "{\"errors\":[{\"message\":\"unknown\"}]}");
        Answer<Set<Feature>> refused = api.features();
        reply = Reply.of(503, "");

        // Then
        assertEquals(Answer.accepted(Set.of()), refused);
        assertInstanceOf(Later.class, api.features());
    }

    @Test
    void knowsWhetherAProjectIsThere() throws Exception {
        // Given
        answer("{\"data\":{\"project\":{\"id\":\"UA==\",\"name\":\"agents\"}}}");
        Answer<Boolean> there = api.projectExists("acme", "agents");
        answer("{\"data\":{\"project\":null}}");

        // Then
        assertEquals(Answer.accepted(true), there);
        assertEquals(Answer.accepted(false), api.projectExists("acme", "agents"));
    }

    @Test
    void doesNotHoldAgainstAProjectThatTheServerDoesNotKnowTheQuestion() throws Exception {
        // Given
        answer("{\"errors\":[{\"message\":\"Cannot query field \\\"project\\\"\"}],\"data\":null}");

        // Then
        assertEquals(Answer.accepted(false), api.projectExists("acme", "agents"));
    }

    @Test
    void tellsThreeKindsOfErrorsInAGoodAnswerApart() throws Exception {
        // Given
        answer("{\"errors\":[{\"message\":\"not yours\",\"extensions\":{\"code\":\"PERMISSION_ERROR\"}}],\"data\":null}");
        Answer<Boolean> permission = api.projectExists("acme", "agents");
        answer("{\"errors\":[{\"message\":\"Rate limit exceeded\"}]}");
        Answer<Boolean> limited = api.projectExists("acme", "agents");
        answer("{\"errors\":[{\"message\":\"run a/b/c was previously created and deleted; try a new run name\"}]}");
        Answer<Boolean> deleted = api.projectExists("acme", "agents");

        // Then
        assertEquals(new Refused<Boolean>(403, "W&B refuses: not yours", Refusal.PERMISSION), permission);
        assertEquals(new Later<Boolean>(429, "W&B refuses: Rate limit exceeded", Optional.empty()), limited);
        assertTrue(assertInstanceOf(Refused.class, deleted).deletedRun());
    }

    @Test
    void raisesAnAlertWithMilliseconds() throws Exception {
        // Given
        answer("{\"data\":{\"notifyScriptableRunAlert\":{\"success\":true}}}");

        // When
        Answer<Boolean> answer = api.alert("acme", "agents", "r1",
                new Alert("T".repeat(80), "text", Alert.Severity.WARN, Duration.ofMinutes(5)));

        // Then
        assertEquals(Answer.accepted(true), answer);
        assertEquals("{\"entityName\":\"acme\",\"projectName\":\"agents\",\"runName\":\"r1\",\"title\":\"" + "T".repeat(63)
                + "\",\"text\":\"text\",\"severity\":\"WARN\",\"waitDuration\":300000}",
                wandb.seen().getFirst().json().path("variables").toString());
    }

    @Test
    void uploadsFilesWhereTheServerWantsThem() throws Exception {
        // Given
        answer("""
                {"data":{"createRunFiles":{"runID":"x","uploadHeaders":["Content-Type:application/octet-stream"],"files":[
                {"name":"a.txt","uploadUrl":"/upload/a.txt"},{"name":"b.txt","uploadUrl":"%s/signed/b.txt?sig=1"}]}}}"""
                .formatted(wandb.url()));

        // When
        Answer<List<String>> answer = files().upload("acme", "agents", "r1",
                Map.of("b.txt", Content.of("bb"), "a.txt", Content.of("a")));

        // Then
        assertEquals(Answer.accepted(List.of("a.txt", "b.txt")), answer);
        assertEquals("{\"entity\":\"acme\",\"project\":\"agents\",\"run\":\"r1\",\"files\":[\"a.txt\",\"b.txt\"]}",
                wandb.seen().getFirst().json().path("variables").toString());
        assertEquals(Set.of("/upload/a.txt a", "/signed/b.txt bb"), Set.of(put(1), put(2)));
        assertEquals("application/octet-stream", wandb.seen().get(1).header("content-type"));
    }

    @Test
    void uploadsNothingWhereAPlaceIsMissing() throws Exception {
        // Given
        answer("{\"data\":{\"createRunFiles\":{\"uploadHeaders\":[],\"files\":[]}}}");

        // Then
        assertInstanceOf(Later.class, files().upload("acme", "agents", "r1", Map.of("a.txt", Content.of("a"))));
        assertEquals(1, wandb.seen().size());
    }

    @Test
    void namesFilesOfARunThatIsOver() throws Exception {
        // Given
        answer("{\"data\":{\"markRunFilesUploaded\":{\"success\":true}}}");

        // Then
        assertEquals(Answer.accepted(true), files().markUploaded("acme", "agents", "r1", List.of("a.txt")));
    }

    private RunFiles files() {
        return new RunFiles(wandb.client(), Duration.ofSeconds(5));
    }

    private String put(int number) {
        return wandb.seen().get(number).path() + " " + wandb.seen().get(number).body();
    }

    private void answer(String json) {
        reply = Reply.json(json);
    }
}
