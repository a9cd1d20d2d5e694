package dev.touchstone.telemetry.wandb.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.RunDescription;
import dev.touchstone.telemetry.wandb.RunDescription.Source;
import dev.touchstone.telemetry.wandb.offline.WandbFileReader.Field;

class OfflineLogTest {

    /** A file that the official {@code wandb sync} accepted: file header, then checksum, length, type and data of chunks. */
    private static final String ACCEPTED = """
            3a572642e1be00
            6eef5118 2600 01 0801aa01210a1f0a1574656c656d657472792d736572766963652f312e301206302e37302e30
            95906089 5600 01 08028a01510a0476656331120461636d651a0470726f6a220c0a0a0a026c72820103302e31
                             32057375622d313a046576616c42067465616d204152046d61696e8a01080880f2d6ca0610009a0108
                             2a06302e32382e32
            89d20ebf 5000 01 0803124c0a0c0a046c6f7373820103302e350a1b0a0a5f74696d657374616d7082010c31373637
                             3232353630302e300a100a085f72756e74696d65820103302e300a0b0a055f73746570820101301200
            c327c38f 5300 01 0804124f0a0d0a046c6f7373820104302e32350a1b0a0a5f74696d657374616d7082010c313736
                             373232353630312e300a100a085f72756e74696d65820103312e300a0b0a055f737465708201013112
                             020801
            6bdebf71 2000 01 08051a1c0a0d0a046c6f7373820104302e32350a0b0a055f7374657082010131
            8fb005cf 0900 01 080692010408001001""";

    private static final Instant START = Instant.ofEpochSecond(1_767_225_600);
    private static final OfflineRun RUN = run("sub-1", "", List.of("main"), null);

    @Test
    void writesTheFileThatTheOfficialToolAccepted() throws IOException {
        // Given
        OfflineContent content = content(List.of(), OptionalInt.of(0));

        // When
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        OfflineLog.write("telemetry-service/1.0", RUN, content, List.of(), file);

        // Then
        assertEquals(377, file.size());
        assertEquals(ACCEPTED.replaceAll("\\s", ""), HexFormat.of().formatHex(file.toByteArray()));
    }

    @Test
    void doesNotEndARunThatGoesOn() throws IOException {
        // When
        List<Field> last = read(RUN, content(List.of(), OptionalInt.empty())).getLast();

        // Then
        assertEquals(18, last.get(1).number());
        Field notComplete = last.get(1).fields().getLast();
        assertEquals(3, notComplete.number());
        assertEquals(1, notComplete.varint());
    }

    @Test
    void tellsWhereTheCodeComesFromAndDeclaresMetrics() throws IOException {
        // Given
        OfflineRun run = run("agent", "n", List.of(), new Source("https://git.example/a", "abc"));
        List<MetricDefinition> metrics = List.of(new MetricDefinition("event/sequence", null),
                new MetricDefinition("judge/score", "event/sequence"));

        // When
        List<List<Field>> records = read(run, content(metrics, OptionalInt.of(1)));

        // Then
        List<Field> git = field(field(records.get(1), 17).fields(), 21).fields();
        assertEquals(List.of("https://git.example/a", "abc"), git.stream().map(Field::text).toList());
        List<Field> metric = field(records.get(3), 12).fields();
        assertEquals("judge/score", field(metric, 1).text());
        assertEquals("event/sequence", field(metric, 4).text());
    }

    @Test
    void aLaterSegmentSaysWhereItGoesOn() throws IOException {
        // Given
        OfflineRun later = new OfflineRun(RUN.name(), "eval", new OfflineRun.Start(START, "judge-1", 7), "0.28.2",
                RUN.description());

        // When
        List<Field> record = field(read(later, content(List.of(), OptionalInt.of(0))).get(1), 17).fields();

        // Then
        assertEquals("judge-1", field(record, 13).text());
        assertEquals(7, field(record, 14).varint());
        assertEquals(1, field(record, 18).varint());
    }

    @Test
    void writesConsoleSystemMetricsAndAlertsInTheirOrder() throws IOException {
        // Given
        OfflineContent content = entries(new Entry.ConsoleLine(START, "precheck\nstarted", false),
                new Entry.ConsoleLine(START, "failed", true),
                new Entry.SystemSample(START, Map.of("cpu", ExtendedJson.node(12.5))),
                new Entry.Alert("Gate failed", "security", "WARN", Duration.ofMinutes(1)));

        // When
        List<List<Field>> records = read(RUN, content);

        // Then
        List<Field> line = field(records.get(2), 13).fields();
        assertEquals(List.of(1L, "precheck started\n"), List.of(field(line, 1).varint(), field(line, 3).text()));
        assertEquals(START.getEpochSecond(), field(field(line, 2).fields(), 1).varint());
        assertEquals(List.of(2, 3), field(records.get(3), 13).fields().stream().map(Field::number).toList(), "stderr is 0");
        List<Field> figure = field(field(records.get(4), 7).fields(), 3).fields();
        assertEquals(List.of("cpu", "12.5"), figure.stream().map(Field::text).toList());
        List<Field> alert = field(records.get(5), 10).fields();
        assertEquals(List.of("Gate failed", "security", "WARN"), alert.subList(0, 3).stream().map(Field::text).toList());
        assertEquals(60_000, field(alert, 4).varint());
    }

    @Test
    void announcesTheFilesThatLieBesideIt() throws IOException {
        // Given
        RunFile table = new RunFile("media/table/jurors.table.json", RunFile.Kind.MEDIA, FileContent.of("{}"));

        // When
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        OfflineLog.write("any", RUN, content(List.of(), OptionalInt.empty()), List.of(table), file);

        // Then
        List<Field> item = field(field(fields(file).get(4), 6).fields(), 1).fields();
        assertEquals("media/table/jurors.table.json", field(item, 1).text());
        assertEquals(List.of(1L, 2L), List.of(field(item, 2).varint(), field(item, 3).varint()), "at the end, as media");
    }

    private static OfflineContent entries(Entry... entries) {
        return new OfflineContent(List.of(), List.of(entries), List.of(),
                new OfflineContent.Ending("{}", 0, OptionalInt.empty()));
    }

    private static List<List<Field>> fields(ByteArrayOutputStream file) {
        return WandbFileReader.records(file.toByteArray()).stream().map(WandbFileReader::fields).toList();
    }

    private static List<List<Field>> read(OfflineRun run, OfflineContent content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        OfflineLog.write("any", run, content, content.files(), file);
        return fields(file);
    }

    private static Field field(List<Field> fields, int number) {
        return fields.stream().filter(field -> field.number() == number).findFirst().orElseThrow();
    }

    private static OfflineRun run(String group, String notes, List<String> tags, @Nullable Source source) {
        Map<String, JsonNode> config = new LinkedHashMap<>();
        config.put("lr", ExtendedJson.node(0.1));
        return new OfflineRun(new OfflineRun.Name("acme", "proj", "vec1"), "eval", new OfflineRun.Start(START, null, 0),
                "0.28.2", new RunDescription("team A", group, notes, source, tags, config));
    }

    private static OfflineContent content(List<MetricDefinition> metrics, OptionalInt exitCode) {
        return new OfflineContent(metrics, List.of(
                new Entry.Row("{\"loss\":0.5,\"_timestamp\":1767225600.0,\"_runtime\":0.0,\"_step\":0}"),
                new Entry.Row("{\"loss\":0.25,\"_timestamp\":1767225601.0,\"_runtime\":1.0,\"_step\":1}")), List.of(),
                new OfflineContent.Ending("{\"loss\":0.25,\"_step\":1}", 1, exitCode));
    }
}
