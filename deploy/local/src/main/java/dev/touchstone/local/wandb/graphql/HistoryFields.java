package dev.touchstone.local.wandb.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;

/** The ways to read a run's history: whole lines as text, or rows with the keys that are asked for. */
final class HistoryFields {

    private static final int SAMPLES = 500;

    private HistoryFields() {
    }

    static void add(Type type, EmulatedRun run) {
        type.with("history", field -> Connections.leaf(lines(run, EmulatedRun.HISTORY, field)))
                .with("events", field -> Connections.leaf(lines(run, EmulatedRun.EVENTS, field)))
                .with("sampledHistory", field -> Connections.leaf(sampled(run, field.argument("specs"))))
                .with("parquetHistory", field -> new Type.Value.Single(parquet(run, field)))
                .leaf("historyKeys", () -> keys(run));
    }

    private static ArrayNode lines(EmulatedRun run, String file, Field field) {
        List<String> lines = new ArrayList<>();
        long min = field.argument("minStep").asLong(Long.MIN_VALUE);
        // Here the last step is excluded, in a spec it is included: clients count on both.
        long max = field.argument("maxStep").asLong(Long.MAX_VALUE) - 1;
        boolean bounded = field.arguments().hasNonNull("minStep") || field.arguments().hasNonNull("maxStep");
        run.lines().of(file).forEach((number, line) -> {
            if (!bounded || within(step(line, number), min, max)) {
                lines.add(line);
            }
        });
        return Json.texts(sample(lines, field.count("samples", SAMPLES)));
    }

    private static boolean within(long step, long min, long max) {
        return step >= min && step <= max;
    }

    private static long step(String line, int number) {
        return Json.parse(line).map(row -> row.path("_step").asLong(number)).orElse((long) number);
    }

    /** As many as are wanted, evenly spread, the last always among them. */
    private static <T> List<T> sample(List<T> all, int wanted) {
        if (all.size() <= wanted || wanted == 0) {
            return all;
        }
        List<T> some = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            some.add(all.get((int) ((i + 1L) * all.size() / wanted) - 1));
        }
        return some;
    }

    private static ArrayNode sampled(EmulatedRun run, JsonNode specs) {
        ArrayNode all = Json.array();
        specs.forEach(text -> {
            ObjectNode spec = Json.parse(text.asText())
                    .orElseThrow(() -> new NotGraphQl("a spec is not the text of a JSON object"));
            all.add(rows(run, spec));
        });
        return all;
    }

    private static ArrayNode rows(EmulatedRun run, ObjectNode spec) {
        List<JsonNode> rows = new ArrayList<>();
        run.lines().of(EmulatedRun.HISTORY).forEach((number, line) -> Json.parse(line)
                .filter(row -> within(row.path("_step").asLong(number), spec.path("minStep").asLong(Long.MIN_VALUE),
                        spec.path("maxStep").asLong(Long.MAX_VALUE)))
                .flatMap(row -> picked(row, spec.path("keys"))).ifPresent(rows::add));
        return Json.array().addAll(sample(rows, spec.path("samples").asInt(SAMPLES)));
    }

    /** Only rows that have all keys are given. */
    private static Optional<ObjectNode> picked(ObjectNode row, JsonNode keys) {
        ObjectNode picked = Json.object();
        keys.forEach(key -> {
            if (row.has(key.asText())) {
                picked.set(key.asText(), row.get(key.asText()));
            }
        });
        boolean all = StreamSupport.stream(keys.spliterator(), false).allMatch(key -> picked.has(key.asText()));
        return all ? Optional.of(picked) : Optional.empty();
    }

    /** Nothing is exported here: all of the history is live. */
    private static Type parquet(EmulatedRun run, Field field) {
        ArrayNode live = rows(run, Json.object().put("samples", Integer.MAX_VALUE).set("keys", field.argument("liveKeys")));
        return new Type("ParquetHistory").leaf("parquetUrls", Json::array).leaf("liveData", () -> live);
    }

    private static ObjectNode keys(EmulatedRun run) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        long last = -1;
        for (var line : run.lines().of(EmulatedRun.HISTORY).entrySet()) {
            ObjectNode row = Json.parse(line.getValue()).orElseGet(Json::object);
            row.fieldNames().forEachRemaining(key -> counts.merge(key, 1, Integer::sum));
            last = Math.max(last, row.path("_step").asLong(line.getKey()));
        }
        ObjectNode keys = Json.object().put("lastStep", last);
        ObjectNode byName = keys.putObject("keys");
        counts.forEach((key, count) -> byName.putObject(key).put("count", count));
        return keys;
    }
}
