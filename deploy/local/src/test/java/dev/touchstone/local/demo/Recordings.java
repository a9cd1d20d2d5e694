package dev.touchstone.local.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.events.Topics;
import dev.touchstone.local.system.Ports;

/** What reviews left behind: on the topics and in the emulator. */
final class Recordings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Recordings() {
    }

    /** One record of a topic. */
    record Said(String topic, String submissionId, String id, String runId, String event, String stage) {

        static Said of(ConsumerRecord<String, byte[]> each) {
            return new Said(each.topic(), each.key(), header(each, "ce_id"), header(each, "ce_wandbrunid"),
                    header(each, "ce_type").replaceFirst("dev\\.touchstone\\.stage\\.(.*)\\.v1", "$1"),
                    header(each, "ce_stage"));
        }

        private static String header(ConsumerRecord<String, byte[]> each, String name) {
            Header header = each.headers().lastHeader(name);
            return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        }
    }

    /** All that is on all topics at this moment. */
    static List<Said> said(Ports ports) {
        Map<String, Object> settings = Map.of("bootstrap.servers", ports.bootstrapServers());
        List<Said> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Topics.ALL.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(each -> all.add(Said.of(each)));
            }
        }
        return all;
    }

    /** What of it belongs into the submission's run: everything but what is said about the run itself. */
    static List<Said> rowsExpected(Ports ports, String submissionId) {
        return List.copyOf(said(ports).stream().filter(each -> each.submissionId().equals(submissionId))
                .filter(each -> !each.topic().equals(Topics.TELEMETRY))
                // A relay that was killed after it had sent sends once more: that is one event still, and one row.
                .collect(Collectors.toMap(Said::id, Function.identity(), (first, again) -> first, LinkedHashMap::new))
                .values());
    }

    /** The run as the emulator keeps it; a missing node if it does not know it. */
    static JsonNode run(URI emulator, String runId) throws Exception {
        JsonNode all = Http.get(emulator.resolve("/admin/runs"));
        return StreamSupport.stream(all.spliterator(), false).filter(run -> run.path("runId").asText().equals(runId))
                .findFirst().orElse(JSON.missingNode());
    }

    /** The lines of the run's history, parsed. */
    static List<JsonNode> history(JsonNode run) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode line : run.path("history")) {
            rows.add(JSON.readTree(line.asText()));
        }
        return rows;
    }

    /** The ids of the events that a row stands for. */
    static List<String> eventsOf(List<JsonNode> rows) {
        return rows.stream().map(row -> row.has("event/id") ? row.path("event/id").asText() : "").toList();
    }

    static List<Integer> steps(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("_step").asInt(-1)).toList();
    }

    static List<Integer> upTo(int count) {
        int[] steps = new int[count];
        Arrays.setAll(steps, i -> i);
        return Arrays.stream(steps).boxed().toList();
    }
}
