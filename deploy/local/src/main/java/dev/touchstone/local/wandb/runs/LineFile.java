package dev.touchstone.local.wandb.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A file of the file stream: lines by their number, as writers place them. The service takes what comes; here a line that
 * is overwritten by other content, and lines left out, are told, since both mean lost data.
 */
public final class LineFile {

    /** Content that was replaced by other content. */
    public record Conflict(String file, int line, String before, String after) {
    }

    /** Lines that were skipped when a later one came; they may have been filled since. */
    public record Gap(String file, int first, int last) {
    }

    /**
     * What a write did.
     *
     * @param fresh the lines that were not there before, by number
     */
    public record Written(NavigableMap<Integer, String> fresh, List<Gap> gaps, List<Conflict> conflicts) {
    }

    private final String name;
    private final int first;
    private final boolean rewritable;
    /** From the first line on without a gap; most files have no other lines. */
    private final List<String> dense = new ArrayList<>();
    private final TreeMap<Integer, String> loose = new TreeMap<>();

    /** @param first where the writer begins */
    public LineFile(String name, int first) {
        this.name = name;
        this.first = first;
        // The console redraws its last lines and the summary is one line, replaced each time: that is how they work.
        this.rewritable = !name.endsWith(".jsonl");
    }

    public Written write(int offset, List<String> content) {
        Written written = new Written(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        if (offset > count() && !content.isEmpty()) {
            written.gaps().add(new Gap(name, count(), offset - 1));
        }
        for (int i = 0; i < content.size(); i++) {
            place(offset + i, content.get(i), written);
        }
        return written;
    }

    public Written append(List<String> content) {
        return write(count(), content);
    }

    private void place(int number, String line, Written written) {
        String before = put(number, line);
        if (before == null) {
            written.fresh().put(number, line);
        } else if (!before.equals(line) && !rewritable) {
            written.conflicts().add(new Conflict(name, number, before, line));
        }
    }

    private @Nullable String put(int number, String line) {
        int index = number - first;
        if (index >= 0 && index < dense.size()) {
            return dense.set(index, line);
        }
        if (index != dense.size()) {
            return loose.put(number, line);
        }
        dense.add(line);
        // What lay behind the gap that is closed now.
        while (!loose.isEmpty() && loose.containsKey(first + dense.size())) {
            dense.add(loose.remove(first + dense.size()));
        }
        return null;
    }

    /** Takes away all lines from a number on. */
    public void cut(int number) {
        loose.tailMap(number, true).clear();
        int keep = Math.clamp(number - first, 0, dense.size());
        dense.subList(keep, dense.size()).clear();
    }

    /** The number that the next line should have; the service calls it the line count. */
    public int count() {
        int next = first + dense.size();
        return loose.isEmpty() ? next : Math.max(next, loose.lastKey() + 1);
    }

    public int stored() {
        return dense.size() + loose.size();
    }

    public NavigableMap<Integer, String> lines() {
        TreeMap<Integer, String> lines = new TreeMap<>(loose);
        for (int i = 0; i < dense.size(); i++) {
            lines.put(first + i, dense.get(i));
        }
        return lines;
    }

    public @Nullable String last() {
        if (!loose.isEmpty() && loose.lastKey() >= first + dense.size()) {
            return loose.lastEntry().getValue();
        }
        return dense.isEmpty() ? null : dense.getLast();
    }
}
