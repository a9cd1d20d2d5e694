package dev.touchstone.local.wandb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What a run's file stream holds. Guarded by its run. */
final class RunLines {

    private final Map<String, LineFile> files = new LinkedHashMap<>();
    private final Map<String, LineFile> writers = new LinkedHashMap<>();

    /**
     * @param writer the client's id in shared mode: each client counts its own lines, which are put in order as they come;
     *        else empty
     */
    void write(FileStreamRequest.Chunk chunk, String writer) {
        if (writer.isEmpty() || chunk.file().equals(EmulatedRun.SUMMARY)) {
            file(chunk.file()).write(chunk.offset(), chunk.content());
        } else {
            LineFile own = writers.computeIfAbsent(writer + ":" + chunk.file(),
                    absent -> new LineFile(chunk.file(), chunk.offset()));
            file(chunk.file()).append(own.write(chunk.offset(), chunk.content()));
        }
    }

    private LineFile file(String name) {
        return files.computeIfAbsent(name, absent -> new LineFile(absent, 0));
    }

    @Nullable
    String last(String name) {
        LineFile file = files.get(name);
        return file == null ? null : file.last();
    }

    int count(String name) {
        LineFile file = files.get(name);
        return file == null ? 0 : file.count();
    }

    Map<Integer, String> of(String name) {
        LineFile file = files.get(name);
        return file == null ? Map.of() : file.lines();
    }

    Map<String, Integer> stored() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        files.forEach((name, file) -> counts.put(name, file.stored()));
        return counts;
    }

    List<LineFile.Conflict> conflicts() {
        return all().flatMap(file -> file.conflicts().stream()).toList();
    }

    List<LineFile.Gap> gaps() {
        return all().flatMap(file -> file.gaps().stream()).toList();
    }

    private Stream<LineFile> all() {
        return Stream.concat(files.values().stream(), writers.values().stream());
    }
}
