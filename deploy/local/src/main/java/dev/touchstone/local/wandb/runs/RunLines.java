package dev.touchstone.local.wandb.runs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/** What a run's file stream holds. */
public final class RunLines {

    /** In bytes; the official client drops what is longer. */
    static final int LINE_LIMIT = 10_383_360;

    private final Map<String, LineFile> files = new LinkedHashMap<>();
    private final Map<String, LineFile> writers = new LinkedHashMap<>();
    private final List<LineFile.Conflict> conflicts = new ArrayList<>();
    private final List<LineFile.Gap> gaps = new ArrayList<>();
    private OptionalLong lastStep = OptionalLong.empty();

    /**
     * @param writer the client's id in shared mode: each client counts its own lines, which are put in order as they come;
     *        else empty
     * @return whether it brought a line that was not there, or other content for one that was
     */
    synchronized boolean write(FileStreamRequest.Chunk chunk, String writer, Reporter reporter) {
        check(chunk, reporter);
        if (writer.isEmpty() || chunk.file().equals(EmulatedRun.SUMMARY)) {
            int before = count(chunk.file());
            LineFile.Written written = file(chunk.file()).write(chunk.offset(), chunk.content());
            note(written, reporter);
            if (chunk.file().equals(EmulatedRun.HISTORY)) {
                checkSteps(written.fresh().tailMap(before, true), reporter);
            }
            return !written.fresh().isEmpty() || !written.conflicts().isEmpty();
        }
        LineFile own = writers.computeIfAbsent(writer + ":" + chunk.file(),
                absent -> new LineFile(chunk.file(), chunk.offset()));
        LineFile.Written written = own.write(chunk.offset(), chunk.content());
        note(written, reporter);
        file(chunk.file()).append(List.copyOf(written.fresh().values()));
        return !written.fresh().isEmpty();
    }

    private static void check(FileStreamRequest.Chunk chunk, Reporter reporter) {
        boolean json = !chunk.file().startsWith("output") && !chunk.file().startsWith("logs/");
        for (int i = 0; i < chunk.content().size(); i++) {
            String line = chunk.content().get(i);
            // A character takes three bytes at most, or two of them four.
            if (line.length() > LINE_LIMIT / 3 && line.getBytes(StandardCharsets.UTF_8).length > LINE_LIMIT) {
                reporter.report(Rule.LINE_LIMIT, chunk.file(), chunk.offset() + i, "longer than " + LINE_LIMIT + " bytes");
            }
            if (json && !chunk.file().equals(EmulatedRun.HISTORY) && !LineText.of(line).object()) {
                reporter.report(Rule.NOT_JSON, chunk.file(), chunk.offset() + i, "not the text of a JSON object: " + line);
            }
        }
    }

    private void note(LineFile.Written written, Reporter reporter) {
        for (LineFile.Gap gap : written.gaps()) {
            gaps.add(gap);
            reporter.report(Rule.GAP, gap.file(), gap.first(), "lines " + gap.first() + " to " + gap.last() + " were skipped");
        }
        for (LineFile.Conflict conflict : written.conflicts()) {
            conflicts.add(conflict);
            reporter.report(Rule.CONFLICT, conflict.file(), conflict.line(),
                    conflict.before() + " was overwritten by " + conflict.after());
        }
    }

    private void checkSteps(NavigableMap<Integer, String> fresh, Reporter reporter) {
        fresh.forEach((number, line) -> {
            LineText text = LineText.of(line);
            if (!text.object()) {
                reporter.report(Rule.NOT_JSON, EmulatedRun.HISTORY, number, "not the text of a JSON object: " + line);
            }
            if (text.step().isPresent()) {
                if (lastStep.isPresent() && text.step().getAsLong() <= lastStep.getAsLong()) {
                    reporter.report(Rule.STEP, EmulatedRun.HISTORY, number,
                            "step " + text.step().getAsLong() + " after step " + lastStep.getAsLong());
                }
                lastStep = text.step();
            }
        });
    }

    /** Takes away the history from the first line on whose step is above the given one. */
    synchronized void rewind(long step) {
        LineFile history = file(EmulatedRun.HISTORY);
        lastStep = OptionalLong.empty();
        for (var line : history.lines().entrySet()) {
            OptionalLong own = LineText.of(line.getValue()).step();
            if (own.isPresent() && own.getAsLong() > step) {
                history.cut(line.getKey());
                return;
            }
            lastStep = own.isPresent() ? own : lastStep;
        }
    }

    private LineFile file(String name) {
        return files.computeIfAbsent(name, absent -> new LineFile(absent, 0));
    }

    public synchronized @Nullable String last(String name) {
        LineFile file = files.get(name);
        return file == null ? null : file.last();
    }

    /** The number that the file's next line should have. */
    public synchronized int count(String name) {
        LineFile file = files.get(name);
        return file == null ? 0 : file.count();
    }

    /** How many lines of the file there are. */
    public synchronized int stored(String name) {
        LineFile file = files.get(name);
        return file == null ? 0 : file.stored();
    }

    public synchronized Map<Integer, String> of(String name) {
        LineFile file = files.get(name);
        return file == null ? Map.of() : file.lines();
    }

    /** Line counts by file. */
    public synchronized Map<String, Integer> stored() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        files.forEach((name, file) -> counts.put(name, file.stored()));
        return counts;
    }

    public synchronized List<LineFile.Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    public synchronized List<LineFile.Gap> gaps() {
        return List.copyOf(gaps);
    }
}
