package dev.touchstone.telemetry.sender;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.touchstone.telemetry.Progress.First;
import dev.touchstone.telemetry.run.StoredRow;
import dev.touchstone.telemetry.run.StoredRow.Stat;
import dev.touchstone.telemetry.wandb.filestream.ConsoleLines;
import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest.Chunk;
import dev.touchstone.telemetry.wandb.filestream.StreamState;

/**
 * Rows that go together, each with all that belongs to it: a row of which W&amp;B had the history and not the console would
 * need two records of how far one has come.
 *
 * @param rows in order, without gaps
 */
record Batch(List<StoredRow> rows) {

    /** What is around a console line where it is an object. */
    private static final int AROUND = 64;

    /**
     * As many of the rows as one request holds; one at least, since a row that is too long for any request must not stop
     * the run.
     *
     * @param room in bytes
     */
    static Batch of(List<StoredRow> rows, long room) {
        List<StoredRow> taken = new ArrayList<>();
        long left = room;
        for (StoredRow row : rows) {
            left -= size(row);
            if (left < 0 && !taken.isEmpty()) {
                break;
            }
            taken.add(row);
        }
        return new Batch(List.copyOf(taken));
    }

    private static long size(StoredRow row) {
        Stat stat = row.stat();
        return bytes(row.json()) + bytes(row.console()) + AROUND + (stat == null ? 0 : bytes(stat.json()));
    }

    static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The lines at the places that they have in the run. */
    StreamState at(First first, boolean structuredConsole) {
        return rows.isEmpty() ? StreamState.EMPTY
                : StreamState.EMPTY.withHistory(history(first)).withEvents(events(first))
                        .withConsole(ConsoleLines.of(console(first, structuredConsole)));
    }

    private Chunk history(First first) {
        return new Chunk(first.line() + rows.getFirst().line(),
                rows.stream().map(row -> Lines.raised(row.json(), first.step())).toList());
    }

    private Chunk events(First first) {
        List<Stat> stats = new ArrayList<>();
        for (StoredRow row : rows) {
            if (row.stat() != null) {
                stats.add(row.stat());
            }
        }
        return stats.isEmpty() ? Chunk.NONE
                : new Chunk(first.statLine() + stats.getFirst().line(), stats.stream().map(Stat::json).toList());
    }

    /** W&amp;B was never told of the console lines of rows that it had before there was a console. */
    private Chunk console(First first, boolean structured) {
        List<StoredRow> told = rows.stream().filter(row -> first.consoleLine() + row.line() >= 0).toList();
        return told.isEmpty() ? Chunk.NONE
                : new Chunk(first.consoleLine() + told.getFirst().line(),
                        told.stream().map(row -> Consoles.encoded(row.console(), structured)).toList());
    }
}
