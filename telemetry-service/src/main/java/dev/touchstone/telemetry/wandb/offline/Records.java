package dev.touchstone.telemetry.wandb.offline;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.RunDescription;

/** The bodies of the records that an offline run is made of. The numbers are those of W&amp;B's protobuf fields. */
final class Records {

    static final int HISTORY = 2;
    static final int SUMMARY = 3;
    static final int FILES = 6;
    static final int STATS = 7;
    static final int ALERT = 10;
    static final int METRIC = 12;
    static final int OUTPUT_RAW = 13;
    static final int RUN = 17;
    static final int EXIT = 18;
    static final int HEADER = 21;

    /** Items of config, history and summary: a key and its value as JSON text. */
    private static final int ITEM_KEY = 1;
    private static final int ITEM_VALUE_JSON = 16;

    private static final int DEFINED_BY_USER = 1;
    private static final int STDOUT = 1;
    private static final int AT_THE_END = 1;

    private Records() {
    }

    static Proto header(String producer, String oldestReader) {
        return new Proto().message(1, new Proto().text(1, producer).text(2, oldestReader));
    }

    static Proto run(OfflineRun run) {
        RunDescription description = run.description();
        OfflineRun.Name name = run.name();
        Proto record = new Proto().text(1, name.runId()).text(2, name.entity()).text(3, name.project())
                .message(4, items(description.config()))
                .text(6, description.group()).text(7, run.jobType()).text(8, description.displayName())
                .text(9, description.notes());
        description.tags().forEach(tag -> record.text(10, tag));
        OfflineRun.Start start = run.start();
        record.text(13, start.host()).numberUnlessZero(14, start.step()).message(17, timestamp(start.at()))
                .numberUnlessZero(18, start.isResumed() ? 1 : 0).message(19, new Proto().text(5, run.clientVersion()));
        RunDescription.Source source = description.source();
        return source == null ? record
                : record.message(21, new Proto().text(1, source.repository()).text(2, source.commit()));
    }

    private static Proto timestamp(Instant time) {
        return new Proto().number(1, time.getEpochSecond()).number(2, time.getNano());
    }

    static Proto metric(MetricDefinition metric) {
        Proto options = new Proto().numberUnlessZero(1, metric.stepSync() ? 1 : 0)
                .numberUnlessZero(2, metric.hidden() ? 1 : 0).number(3, DEFINED_BY_USER);
        Proto record = new Proto().text(metric.isGlob() ? 2 : 1, metric.name()).text(4, metric.step()).message(6, options);
        if (!metric.summary().isEmpty()) {
            Proto kinds = new Proto();
            metric.summary().forEach(kind -> kinds.number(kind.number(), 1));
            record.message(7, kinds);
        }
        return metric.goal() == null ? record : record.number(8, metric.goal().number());
    }

    /** The line's own {@code _step} counts for readers; {@code step} repeats it as the official client does. */
    static Proto history(String line) {
        JsonNode row = ExtendedJson.read(line);
        return items(row).message(2, new Proto().numberUnlessZero(1, row.path("_step").asLong(0)));
    }

    /** As the terminal got it: with the end of the line. */
    static Proto console(Entry.ConsoleLine line) {
        return new Proto().numberUnlessZero(1, line.error() ? 0 : STDOUT).message(2, timestamp(line.at()))
                .text(3, line.text() + "\n");
    }

    static Proto stats(Entry.SystemSample sample) {
        Proto record = new Proto().message(2, timestamp(sample.at()));
        sample.figures().forEach((key, value) -> record.message(3, item(key, value)));
        return record;
    }

    static Proto alert(Entry.Alert alert) {
        return new Proto().text(1, alert.title()).text(2, alert.text()).text(3, alert.level())
                .numberUnlessZero(4, alert.quiet().toMillis());
    }

    /** To be uploaded at the end; they lie beside the log. */
    static Proto files(List<RunFile> files) {
        Proto record = new Proto();
        for (RunFile file : files) {
            record.message(1, new Proto().text(1, file.path()).number(2, AT_THE_END)
                    .numberUnlessZero(3, file.kind().number()));
        }
        return record;
    }

    static Proto summary(String summary) {
        return items(ExtendedJson.read(summary));
    }

    static Proto exit(int code, long runtimeSeconds) {
        return new Proto().number(1, code).number(2, runtimeSeconds);
    }

    /** The run goes on: whoever uploads this far must not end it. */
    static Proto notComplete(long runtimeSeconds) {
        return new Proto().number(1, 0).number(2, runtimeSeconds).number(3, 1);
    }

    private static Proto items(JsonNode object) {
        Proto items = new Proto();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            items.message(1, item(member.getKey(), member.getValue()));
        }
        return items;
    }

    private static Proto items(Map<String, JsonNode> members) {
        Proto items = new Proto();
        members.forEach((key, value) -> items.message(1, item(key, value)));
        return items;
    }

    private static Proto item(String key, JsonNode value) {
        return new Proto().text(ITEM_KEY, key).text(ITEM_VALUE_JSON, ExtendedJson.write(value));
    }
}
