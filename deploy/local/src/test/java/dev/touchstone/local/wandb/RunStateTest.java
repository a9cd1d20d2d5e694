package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class RunStateTest extends EmulatorTest {

    @BeforeEach
    void createRun() throws Exception {
        client.createRun();
    }

    @Test
    void aRunIsRunningFromItsCreation() throws Exception {
        assertEquals("running", state());
    }

    @Test
    void silenceMakesItCrashedUntilItSpeaksAgain() throws Exception {
        // Given
        pass(SILENCE.plusSeconds(1));
        String silent = state();

        // When
        client.stream("{}");

        // Then
        assertEquals("crashed", silent);
        assertEquals("running", state());
    }

    @Test
    void heartbeatsKeepItAlive() throws Exception {
        // Given
        pass(SILENCE);
        client.stream("{}");

        // When
        pass(SILENCE);

        // Then
        assertEquals("running", state());
        assertEquals(1, client.run().path("heartbeats").asInt());
    }

    @Test
    void itsExitCodeSaysHowItEnded() throws Exception {
        // When
        client.stream("{\"complete\":true,\"exitcode\":1}");

        // Then
        assertEquals("failed", state());
        assertEquals(1, client.run().path("exitCode").asInt());
    }

    @Test
    void tagsMayBeSetAfterItEnded() throws Exception {
        // Given
        client.stream("{\"complete\":true,\"exitcode\":0}");

        // When
        client.mutation("UpsertBucket",
                "{\"entity\":\"acme\",\"project\":\"proj\",\"name\":\"run-1\",\"tags\":[\"published\"]}");
        pass(Duration.ofDays(1));

        // Then
        assertEquals("finished", state());
        assertEquals("[\"published\"]", client.run().path("tags").toString());
    }

    @Test
    void aStopReachesTheWriter() throws Exception {
        // When
        client.post("/admin/runs/run-1/stop", "");

        // Then
        assertTrue(WandbClient.json(client.stream("{}").body()).path("stopped").booleanValue());
        assertTrue(client.mutation("RunStoppedStatus",
                "{\"entityName\":\"acme\",\"projectName\":\"proj\",\"runId\":\"run-1\"}").at("/data/project/run/stopped")
                .booleanValue());
    }

    @Test
    void aDeletedIdIsNeverUsedAgain() throws Exception {
        // When
        client.send(HttpRequest.newBuilder(emulator.url().resolve("/admin/runs/run-1")).DELETE());

        // Then
        assertEquals(409, client.stream("{}").statusCode());
        assertTrue(client.createRun().at("/errors/0/message").asText().contains("previously created and deleted"));
    }

    @Test
    void configIsReplacedWholeAndTextsOnlyIfGiven() throws Exception {
        // Given
        client.mutation("UpsertBucket", "{\"entity\":\"acme\",\"project\":\"proj\",\"name\":\"run-1\",\"displayName\":\"d\","
                + "\"config\":\"{\\\"a\\\":{\\\"value\\\":1}}\"}");

        // When
        client.mutation("UpsertBucket", "{\"entity\":\"acme\",\"project\":\"proj\",\"name\":\"run-1\",\"displayName\":null,"
                + "\"config\":\"{\\\"b\\\":{\\\"value\\\":2}}\"}");

        // Then
        assertEquals("{\"b\":{\"value\":2}}", client.run().path("config").asText());
        assertEquals("d", client.run().path("displayName").asText());
    }

    @Test
    void anUpsertThatCannotBeIsRefused() throws Exception {
        for (String variables : new String[] { "{\"project\":\"a/b\",\"name\":\"x\"}", "{\"project\":\"p\",\"name\":\"x:y\"}",
                "{\"project\":\"p\",\"name\":\"x\",\"config\":\"[]\"}", "{\"id\":\"unknown\"}" }) {
            assertTrue(client.mutation("UpsertBucket", variables).path("errors").size() == 1, variables);
        }
    }

    @Test
    void aRunThatMayBeSuspendedSaysSo() throws Exception {
        // When
        client.stream("{\"preempting\":true}");
        String preempting = state();
        pass(SILENCE.plusSeconds(1));

        // Then
        assertEquals("preempting", preempting);
        assertEquals("preempted", state());
    }

    @Test
    void silenceAndTheRefusalOfDeletedIdsCanBeSet() throws Exception {
        // Given
        client.post("/admin/settings", "{\"silenceSeconds\":2,\"deletedStatus\":400,\"features\":{\"NEW\":true}}");

        // When
        pass(Duration.ofSeconds(3));
        String silent = state();
        client.send(HttpRequest.newBuilder(emulator.url().resolve("/admin/runs/acme/proj/run-1")).DELETE());

        // Then
        assertEquals("crashed", silent);
        assertEquals(400, client.stream("{}").statusCode());
        assertTrue(client.get("/admin/settings").body().contains("\"NEW\":true"));
    }

    @Test
    void aRunIsStoppedAndDeletedByItsStorageId() throws Exception {
        // Given
        String id = client.createRun().at("/data/upsertBucket/bucket/id").asText();

        // When
        client.mutation("StopRun", "{\"id\":\"" + id + "\"}");
        boolean stopped = client.run().path("stopped").booleanValue();
        client.mutation("deleteRun", "{\"id\":\"" + id + "\"}");

        // Then
        assertTrue(stopped);
        assertEquals(409, client.stream("{}").statusCode());
    }

    @Test
    void aStateIsSetWhereThatIsAllowed() throws Exception {
        // Given
        String id = client.createRun().at("/data/upsertBucket/bucket/id").asText();

        // When
        JsonNode pending = setState(id, "pending");
        String state = state();
        JsonNode finished = setState(id, "finished");

        // Then
        assertTrue(pending.at("/data/updateRunState/success").booleanValue());
        assertEquals("pending", state);
        assertTrue(finished.at("/data/updateRunState/success").isBoolean());
        assertEquals("pending", state());
    }

    private JsonNode setState(String id, String state) throws Exception {
        return client.mutation("UpdateRunState", "{\"input\":{\"id\":\"" + id + "\",\"state\":\"" + state + "\"}}");
    }

    @Test
    void aRewoundRunGoesOnAtItsStep() throws Exception {
        // Given
        client.history(0, "{\"_step\":0}", "{\"_step\":5}", "{\"_step\":9}");

        // When
        JsonNode rewound = client.mutation("RewindRun", "{\"entity\":\"acme\",\"project\":\"proj\",\"runName\":\"run-1\","
                + "\"metricName\":\"_step\",\"metricValue\":5}");
        client.history(2, "{\"_step\":6}");

        // Then
        assertEquals(2, rewound.at("/data/rewindRun/rewoundRun/historyLineCount").asInt());
        assertEquals("[]", client.run().path("violations").toString());
    }

    @Test
    void anAlertIsKeptBackWhereItsTitleCameTooShortlyBefore() throws Exception {
        // When
        alert("late");
        pass(Duration.ofSeconds(9));
        alert("late");
        alert("other");
        pass(Duration.ofSeconds(1));
        alert("late");

        // Then
        assertEquals(List.of("true", "false", "true", "true"), client.run().path("alerts").findValuesAsText("delivered"));
    }

    private void alert(String title) throws Exception {
        client.mutation("NotifyScriptableRunAlert", "{\"entityName\":\"acme\",\"projectName\":\"proj\","
                + "\"runName\":\"run-1\",\"title\":\"" + title + "\",\"text\":\"t\",\"waitDuration\":10000}");
    }

    private String state() throws Exception {
        return client.run().path("state").asText();
    }
}
