package dev.touchstone.telemetry.wandb.filestream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest.Chunk;

/**
 * Console lines that wait, which unlike others may have gaps: a line that is still on the screen may be written again.
 *
 * @param offset of the run's line that the writer's line 0 is
 * @param lines by the writer's own number
 */
public record ConsoleLines(long offset, SortedMap<Long, String> lines) {

    public static final ConsoleLines NONE = new ConsoleLines(0, Collections.emptySortedMap());

    public ConsoleLines {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** Lines without gaps. */
    public static ConsoleLines of(Chunk chunk) {
        SortedMap<Long, String> lines = new TreeMap<>();
        for (int i = 0; i < chunk.lines().size(); i++) {
            lines.put((long) i, chunk.lines().get(i));
        }
        return new ConsoleLines(chunk.offset(), lines);
    }

    /** The first lines that follow on each other: a request can hold no more. */
    List<String> firstRun() {
        List<String> run = new ArrayList<>();
        for (var line : lines.entrySet()) {
            if (line.getKey() != first() + run.size()) {
                break;
            }
            run.add(line.getValue());
        }
        return run;
    }

    Chunk firstOf(List<String> taken) {
        return taken.isEmpty() ? Chunk.NONE : new Chunk(offset + first(), taken);
    }

    ConsoleLines without(List<String> taken) {
        return taken.isEmpty() ? this : new ConsoleLines(offset, lines.tailMap(first() + taken.size()));
    }

    /** Of a line that both have, the later one's counts. */
    ConsoleLines and(ConsoleLines later) {
        SortedMap<Long, String> both = new TreeMap<>(lines);
        both.putAll(later.lines);
        return lines.isEmpty() ? later : new ConsoleLines(offset, both);
    }

    private long first() {
        return lines.firstKey();
    }
}
