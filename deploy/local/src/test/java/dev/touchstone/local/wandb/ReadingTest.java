package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

/** Runs as people and programs read them again. */
class ReadingTest extends EmulatorTest {

    @BeforeEach
    void createRuns() throws Exception {
        create("run-1", "{\"branch\":{\"value\":\"main\"},\"nest\":{\"value\":{\"lr\":0.1}}}", "[\"baseline\",\"a\"]", 0.5);
        pass(Duration.ofSeconds(1));
        create("run-2", "{\"branch\":{\"value\":\"dev\"},\"nest\":{\"value\":{\"lr\":0.2}}}", "[]", 0.25);
        pass(Duration.ofSeconds(1));
        create("run-3", "{\"branch\":{\"value\":\"main\"}}", "[\"a\"]", 0.75);
        client.stream("{\"complete\":true,\"exitcode\":0}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "{}; run-1 run-2 run-3",
            "{\"$and\":[{\"jobType\":\"eval\"},{\"state\":\"finished\"},{\"config.branch\":\"main\"}]}; run-1",
            "{\"config.branch.value\":\"main\"}; run-1 run-3",
            "{\"config.nest.lr\":{\"$gt\":0.1}}; run-2",
            "{\"tags\":\"a\"}; run-1 run-3",
            "{\"tags\":{\"$in\":[\"baseline\"]}}; run-1",
            "{\"$nor\":[{\"tags\":\"a\"}]}; run-2",
            "{\"$or\":[{\"name\":\"run-2\"},{\"summary_metrics.loss\":{\"$gte\":0.75}}]}; run-2 run-3",
            "{\"display_name\":{\"$regex\":\"^team [12]\"}}; run-1 run-2",
            "{\"config.nest\":{\"$exists\":false}}; run-3",
            "{\"state\":{\"$ne\":\"finished\"}}; run-2 run-3"
    })
    void filtersChoose(String filter, String names) throws Exception {
        assertEquals(List.of(names.split(" ")), names("+created_at", filter));
    }

    @ParameterizedTest
    @CsvSource({ "-created_at, run-3 run-2 run-1", "+summary_metrics.loss, run-2 run-1 run-3",
            "-config.nest.lr, run-2 run-1 run-3", "+config.branch.value, run-2 run-1 run-3" })
    void ordersSortAndWhatIsMissingComesLast(String order, String names) throws Exception {
        assertEquals(List.of(names.split(" ")), names(order, "{}"));
    }

    @Test
    void pagesGoOnWhereTheyEnded() throws Exception {
        // When
        JsonNode first = runs("+created_at", "{}", null, 2);
        JsonNode second = runs("+created_at", "{}", first.at("/runs/pageInfo/endCursor").asText(), 2);

        // Then
        assertTrue(first.at("/runs/pageInfo/hasNextPage").booleanValue());
        assertEquals(3, first.path("runCount").asInt());
        assertEquals(List.of("run-3"), second.findValuesAsText("name"));
    }

    @Test
    void theHistoryIsReadWholeSampledAndBySteps() throws Exception {
        // Given
        client.history(0, "{\"_step\":0,\"x\":NaN}", "{\"_step\":1,\"y\":1}", "{\"_step\":2,\"x\":2}");

        // When
        String sampled = client.query(Documents.of("RunSampledHistory"), WandbClient
                .json("""
                        {"entity":"acme","project":"proj","name":"run-1","specs":["{\\"keys\\":[\\"_step\\",\\"x\\"],\\"minStep\\":0,\\"maxStep\\":2}"]}"""))
                .body();
        JsonNode page = client.mutation("HistoryPage", """
                {"entity":"acme","project":"proj","run":"run-1","minStep":1,"maxStep":2,"pageSize":10}""");

        // Then
        assertTrue(sampled.contains("[[{\"_step\":0,\"x\":NaN},{\"_step\":2,\"x\":2}]]"), sampled);
        assertEquals("[\"{\\\"_step\\\":1,\\\"y\\\":1}\"]", page.at("/data/project/run/history").toString());
    }

    @Test
    void theConsoleIsReadInBothForms() throws Exception {
        // Given
        client.lines("output.log", 0, "2026-11-21T07:39:33.586060 hello", "ERROR 2026-11-21T07:39:33.586151 [w2] bad",
                "{\"level\":\"error\",\"ts\":\"t\",\"content\":\"c\"}");

        // When
        JsonNode lines = client.mutation("RunConsoleLogTail",
                "{\"entity\":\"acme\",\"project\":\"proj\",\"runName\":\"run-1\",\"last\":2}")
                .at("/data/project/run/logLines/edges");

        // Then
        assertEquals("{\"number\":1,\"timestamp\":\"2026-11-21T07:39:33.586151\",\"level\":\"error\",\"label\":\"w2\","
                + "\"line\":\"bad\"}", lines.at("/0/node").toString());
        assertEquals("c", lines.at("/1/node/line").asText());
    }

    @Test
    void anUnknownFieldIsAnErrorWithStatus200() throws Exception {
        // When
        var root = client.query("query X { sweeps { id } }", Json.object());
        var nested = client.query("{ viewer { id moon } }", Json.object());

        // Then
        assertEquals(200, root.statusCode());
        assertTrue(root.body().contains("Cannot query field \\\"sweeps\\\" on type \\\"Query\\\""), root.body());
        assertTrue(nested.body().contains("Cannot query field \\\"moon\\\" on type \\\"User\\\""), nested.body());
    }

    private void create(String id, String config, String tags, double loss) throws Exception {
        ObjectNode variables = Json.object().put("entity", "acme").put("project", "proj").put("name", id)
                .put("displayName", "team " + id.charAt(4)).put("jobType", "eval").put("config", config)
                .put("summaryMetrics", "{\"loss\":" + loss + "}");
        variables.set("tags", Json.parse("{\"t\":" + tags + "}").orElseThrow().get("t"));
        client.mutation("UpsertBucket", Json.write(variables));
    }

    private List<String> names(String order, String filter) throws Exception {
        return runs(order, filter, null, 50).path("runs").findValuesAsText("name");
    }

    private JsonNode runs(String order, String filter, @Nullable String cursor, int count) throws Exception {
        return client.mutation("Runs", Json.write(Json.object().put("entity", "acme").put("project", "proj")
                .put("order", order).put("filters", filter).put("cursor", cursor).put("perPage", count))).at("/data/project");
    }
}
