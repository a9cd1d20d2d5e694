package dev.touchstone.local.wandb;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A file of the file stream: lines by their number, as writers place them. The service takes what comes; here a line that
 * is overwritten by other content, and lines left out, are remembered, since both mean lost data.
 */
final class LineFile {

    /** Content that was replaced by other content. */
    record Conflict(String file, int line, String before, String after) {
    }

    /** Lines that were skipped when a later one came; they may have been filled since. */
    record Gap(String file, int first, int last) {
    }

    private final String name;
    private final boolean rewritable;
    private final NavigableMap<Integer, String> lines = new TreeMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int next;

    /** @param first where the writer begins */
    LineFile(String name, int first) {
        this.name = name;
        this.next = first;
        // The console redraws its last lines and the summary is one line, replaced each time: that is how they work.
        this.rewritable = !name.endsWith(".jsonl");
    }

    /** @return the lines that were not there before */
    List<String> write(int offset, List<String> content) {
        if (offset > next && !content.isEmpty()) {
            gaps.add(new Gap(name, next, offset - 1));
        }
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < content.size(); i++) {
            if (place(offset + i, content.get(i))) {
                fresh.add(content.get(i));
            }
        }
        return fresh;
    }

    List<String> append(List<String> content) {
        return write(next, content);
    }

    private boolean place(int number, String line) {
        String before = lines.put(number, line);
        next = Math.max(next, number + 1);
        if (before != null && !before.equals(line) && !rewritable) {
            conflicts.add(new Conflict(name, number, before, line));
        }
        return before == null;
    }

    /** The number that the next line should have; the service calls it the line count. */
    int count() {
        return next;
    }

    int stored() {
        return lines.size();
    }

    NavigableMap<Integer, String> lines() {
        return new TreeMap<>(lines);
    }

    @Nullable
    String last() {
        return lines.isEmpty() ? null : lines.lastEntry().getValue();
    }

    List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
