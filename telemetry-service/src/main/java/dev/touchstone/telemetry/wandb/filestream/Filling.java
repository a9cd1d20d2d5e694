package dev.touchstone.telemetry.wandb.filestream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest.Chunk;
import dev.touchstone.telemetry.wandb.filestream.StreamState.Filled;
import dev.touchstone.telemetry.wandb.filestream.StreamState.TooLong;

/**
 * Fills one request: history, system metrics, summary, console. What does not fit ends it, so that nothing overtakes; the
 * first line always fits, or a run would stand still for ever.
 */
final class Filling {

    private final StreamState state;
    private final List<TooLong> tooLong = new ArrayList<>();
    private long room;
    private boolean begun;
    private boolean full;

    Filling(StreamState state, long room) {
        this.state = state;
        this.room = room;
    }

    Filled fill() {
        Chunk history = new Chunk(state.history().offset(), rows("wandb-history.jsonl", state.history()));
        Chunk events = new Chunk(state.events().offset(), rows("wandb-events.jsonl", state.events()));
        Optional<String> summary = state.summary().filter(this::canHold).filter(this::fits);
        List<String> console = fitting(state.console().firstRun());
        StreamState left = StreamState.EMPTY
                .withHistory(rest(state.history(), history))
                .withEvents(rest(state.events(), events))
                .withSummary(full ? state.summary().filter(line -> summary.isEmpty() && LineLimit.holds(line))
                        : Optional.empty())
                .withConsole(state.console().without(console));
        boolean over = left.isEmpty();
        FileStreamRequest request = new FileStreamRequest(history, events, summary, state.console().firstOf(console),
                state.uploaded(), state.preempting(), over ? state.exitCode() : OptionalInt.empty());
        return new Filled(request, over ? left : left.withExitCode(state.exitCode()), tooLong);
    }

    private List<String> rows(String file, Chunk waiting) {
        List<String> rows = new ArrayList<>();
        for (String line : waiting.lines()) {
            boolean holds = LineLimit.holds(line);
            String row = holds ? line : LineLimit.standIn(line);
            if (!fits(row)) {
                break;
            }
            if (!holds) {
                tooLong.add(new TooLong(file, waiting.offset() + rows.size(), LineLimit.size(line)));
            }
            rows.add(row);
        }
        return rows;
    }

    private boolean canHold(String summary) {
        boolean holds = LineLimit.holds(summary);
        if (!holds && !full) {
            tooLong.add(new TooLong("wandb-summary.json", 0, LineLimit.size(summary)));
        }
        return holds;
    }

    private List<String> fitting(List<String> lines) {
        return lines.stream().takeWhile(this::fits).toList();
    }

    private boolean fits(String line) {
        long size = LineLimit.size(line);
        full = full || (begun && size > room);
        if (!full) {
            room -= size;
            begun = true;
        }
        return !full;
    }

    private static Chunk rest(Chunk waiting, Chunk taken) {
        return new Chunk(taken.end(), waiting.lines().subList(taken.lines().size(), waiting.lines().size()));
    }
}
