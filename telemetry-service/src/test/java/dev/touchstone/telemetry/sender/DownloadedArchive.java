package dev.touchstone.telemetry.sender;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.wandb.offline.WandbFileReader;
import dev.touchstone.telemetry.wandb.offline.WandbFileReader.Field;
import io.restassured.response.Response;

/** An offline archive as somebody has downloaded and unpacked it. */
record DownloadedArchive(Map<String, byte[]> files) {

    private static final int HISTORY = 2;
    private static final int ALERT = 10;
    private static final int OUTPUT_RAW = 13;
    private static final int LINE = 3;

    static Response response(UUID submission) {
        return TestKeys.as(TestKeys.REVIEWER).get("/telemetry/runs/" + submission + "/offline-archive");
    }

    static DownloadedArchive of(UUID submission) {
        return of(response(submission).then().statusCode(200).extract().response());
    }

    static DownloadedArchive of(Response archive) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive.asByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new DownloadedArchive(files);
    }

    String readme() {
        return new String(files.getOrDefault("README.txt", new byte[0]), StandardCharsets.UTF_8);
    }

    /** The steps of the rows of each segment that an upload takes. */
    List<List<String>> steps() {
        return steps(logs(false));
    }

    /** The steps of the rows of each segment that an upload leaves alone. */
    List<List<String>> markedSteps() {
        return steps(logs(true));
    }

    /** The records of each segment that an upload takes. */
    List<List<List<Field>>> logs() {
        return logs(false);
    }

    private List<List<List<Field>>> logs(boolean marked) {
        return files.entrySet().stream().filter(file -> file.getKey().endsWith(".wandb"))
                .filter(file -> files.containsKey(file.getKey() + ".synced") == marked)
                .map(file -> WandbFileReader.records(file.getValue()).stream().map(WandbFileReader::fields).toList()).toList();
    }

    private static List<List<String>> steps(List<List<List<Field>>> logs) {
        return logs.stream().map(log -> rows(log).stream().map(row -> row.getOrDefault("_step", "")).toList()).toList();
    }

    /** What an upload appends to the history: members in no certain order. */
    static List<Map<String, String>> rows(List<List<Field>> log) {
        return log.stream().filter(record -> record.get(1).number() == HISTORY)
                .map(record -> (Map<String, String>) new LinkedHashMap<>(WandbFileReader.items(record.get(1).fields())))
                .toList();
    }

    /** The titles of what people are alerted of. */
    static List<String> alerts(List<List<Field>> log) {
        return log.stream().map(record -> record.get(1)).filter(body -> body.number() == ALERT)
                .map(body -> body.fields().getFirst().text()).toList();
    }

    /** The files of this ending. */
    Map<String, byte[]> ending(String suffix) {
        Map<String, byte[]> found = new TreeMap<>(files);
        found.keySet().removeIf(name -> !name.endsWith(suffix));
        return found;
    }

    /** The console, whole. */
    static List<String> console(List<List<Field>> log) {
        return log.stream().map(record -> record.get(1)).filter(body -> body.number() == OUTPUT_RAW)
                .flatMap(body -> body.fields().stream()).filter(field -> field.number() == LINE)
                .map(field -> field.text().strip()).toList();
    }
}
