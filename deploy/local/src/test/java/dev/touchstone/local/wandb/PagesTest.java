package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

class PagesTest extends EmulatorTest {

    private static final String HOSTILE = "\"><script>alert(1)</script>'\u202Eevil\u0007";
    private static final String PAGE = "/acme/proj/runs/run-1";

    @Test
    void anEmptyEmulatorSaysSo() throws Exception {
        assertTrue(client.get("/").body().contains("No run has been created yet."));
    }

    @Test
    void aRunIsListedAndHasItsPage() throws Exception {
        // Given
        client.createRun();
        client.history(0, "{\"event/stage\":\"security\",\"event/name\":\"completed\",\"security/score\":0.5,\"_step\":0}",
                "{\"event/stage\":\"judge\",\"event/name\":\"started\",\"security/score\":0.75,\"_step\":1}",
                "{\"security/score\":0.6,\"_step\":2}");

        // When
        String list = client.get("/").body();
        String page = client.get(PAGE).body();

        // Then
        assertTrue(list.contains("href=\"/acme/proj/runs/run-1\""), list);
        assertTrue(page.contains("completed") && page.contains("started") && page.contains("<svg"), page);
    }

    @Test
    void textFromClientsIsNeverMarkup() throws Exception {
        // Given
        ObjectNode variables = Json.object().put("entity", "acme").put("project", "proj").put("name", "run-1")
                .put("displayName", HOSTILE).put("notes", HOSTILE)
                .put("config", Json.write(Json.object().set(HOSTILE, Json.object().put("value", HOSTILE))));
        variables.putArray("tags").add(HOSTILE);
        client.mutation("UpsertBucket", Json.write(variables));
        client.history(0, Json.write(Json.object().put(HOSTILE, 1).put("event/name", HOSTILE)),
                Json.write(Json.object().put(HOSTILE, 2).put("event/name", HOSTILE)), HOSTILE);
        client.history(0, HOSTILE);
        client.lines("wandb-summary.json", 0, Json.write(Json.object().put(HOSTILE, HOSTILE)));
        client.lines("output.log", 0, HOSTILE);
        client.mutation("NotifyScriptableRunAlert", Json.write(Json.object().put("entityName", "acme")
                .put("projectName", "proj").put("runName", "run-1").put("title", HOSTILE).put("text", HOSTILE)));
        upload(HOSTILE);

        // When
        String pages = client.get("/").body() + client.get(PAGE).body();

        // Then
        assertFalse(pages.contains("<script"), pages);
        assertFalse(pages.contains("\u202E") || pages.contains("\u0007"), pages);
        assertTrue(pages.contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;⟨U+202E⟩evil⟨U+0007⟩"), pages);
    }

    @Test
    void aPageMayLoadNothingButItsStyle() throws Exception {
        // When
        var page = client.get("/");

        // Then
        assertTrue(page.headers().firstValue("Content-Security-Policy").orElseThrow()
                .startsWith("default-src 'none'; style-src 'self'"));
        assertEquals("text/css; charset=utf-8", client.get("/assets/emulator.css").headers().firstValue("Content-Type")
                .orElseThrow());
    }

    @Test
    void uploadedFilesAreDownloadedNotShown() throws Exception {
        // Given
        client.createRun();
        upload("media/html/x & y.html");

        // When
        var file = client.get(PAGE + "/files/media/html/x%20%26%20y.html");

        // Then
        assertEquals("<b>hi</b>", file.body());
        assertEquals("attachment", file.headers().firstValue("Content-Disposition").orElseThrow());
        assertEquals("application/octet-stream", file.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void chartsHaveLabelsTooltipsAndGaps() throws Exception {
        // Given
        client.createRun();
        client.history(0, "{\"s/x\":1,\"_step\":0,\"_timestamp\":0}", "{\"s/x\":2,\"_step\":1,\"_timestamp\":60}",
                "{\"s/x\":NaN,\"_step\":2,\"_timestamp\":120}", "{\"s/x\":4,\"n\":{\"z\":7},\"_step\":3,\"_timestamp\":180}");
        client.lines("wandb-events.jsonl", 0, "{\"system.cpu\":17.5,\"_timestamp\":1,\"_runtime\":1}");

        // When
        String bySteps = client.get(PAGE).body();
        String byTime = client.get(PAGE + "?axis=time").body();

        // Then
        assertTrue(bySteps.contains("4 points, 1 not finite"), bySteps);
        assertEquals(4, bySteps.split("<polyline", -1).length - 1, bySteps);
        assertTrue(bySteps.contains("<title>step 3: 4.0</title>"), bySteps);
        assertTrue(bySteps.contains("<code>n.z</code>") && bySteps.contains("<code>system.cpu</code>"), bySteps);
        assertTrue(byTime.contains(">00:03:00</text>"), byTime);
    }

    @Test
    void tablesArtifactsAndTheirLineageAreShown() throws Exception {
        // Given
        client.createRun();
        ObjectNode variables = Json.object().put("entity", "acme").put("project", "proj").put("run", "run-1");
        variables.putArray("files").add("media/table/t.table.json");
        client.put(client.mutation("CreateRunFiles", Json.write(variables)).at("/data/createRunFiles/files/0/uploadUrl")
                .asText(), "{\"columns\":[\"case\"],\"data\":[[\"<b>\"]]}");
        client.lines("wandb-summary.json", 0, "{\"t\":{\"_type\":\"table-file\",\"path\":\"media/table/t.table.json\"}}");

        // When
        String page = client.get(PAGE).body();

        // Then
        assertTrue(page.contains("<th>case</th>") && page.contains("<td>&lt;b&gt;</td>"), page);
    }

    @Test
    void runsAreFoundByWordsAndState() throws Exception {
        // Given
        client.createRun();
        client.mutation("UpsertBucket", "{\"entity\":\"acme\",\"project\":\"proj\",\"name\":\"other\",\"tags\":[\"Red\"]}");

        // When
        String red = client.get("/?q=red").body();
        String finished = client.get("/?state=finished").body();

        // Then
        assertTrue(red.contains("runs/other\"") && !red.contains("runs/run-1\""), red);
        assertTrue(finished.contains("0 of 0 runs"), finished);
    }

    @Test
    void absurdValuesDoNotBreakThePage() throws Exception {
        // Given
        client.createRun();
        client.history(0, "{\"x\":1e308,\"_timestamp\":1e300,\"_step\":\"no\"}", "{\"x\":-1e308,\"_timestamp\":\"t\"}",
                "{\"x\":NaN}", "{\"x\":Infinity}");

        // When
        var page = client.get(PAGE);

        // Then
        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains("points=\"NaN"), page.body());
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertEquals(404, client.get("/acme/proj/runs/other").statusCode());
        assertEquals(404, client.get("/favicon.ico").statusCode());
        assertEquals(404, client.get("/admin/runs/other").statusCode());
    }

    private void upload(String name) throws Exception {
        ObjectNode variables = Json.object().put("entity", "acme").put("project", "proj").put("run", "run-1");
        variables.putArray("files").add(name);
        client.put(client.mutation("CreateRunFiles", Json.write(variables)).at("/data/createRunFiles/files/0/uploadUrl")
                .asText(), "<b>hi</b>");
    }
}
