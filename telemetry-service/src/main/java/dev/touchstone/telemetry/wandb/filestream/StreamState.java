package dev.touchstone.telemetry.wandb.filestream;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest.Chunk;

/**
 * What of a run waits to be sent. Pure: {@link #next} makes a request of it and says what is left, and whoever sends it
 * goes on from there once it was accepted.
 *
 * @param history its offset is the number of the next line, also where none waits
 * @param events the same
 * @param exitCode goes out with the last of what waits
 */
public record StreamState(Chunk history, Chunk events, Optional<String> summary, ConsoleLines console,
        List<String> uploaded, boolean preempting, OptionalInt exitCode) {

    /** The sum of the bytes of all lines in one request, as the official client keeps to. */
    public static final long LARGEST_REQUEST = 10L << 20;

    public static final StreamState EMPTY = new StreamState(Chunk.NONE, Chunk.NONE, Optional.empty(), ConsoleLines.NONE,
            List.of(), false, OptionalInt.empty());

    public StreamState {
        uploaded = List.copyOf(uploaded);
    }

    /**
     * One request.
     *
     * @param left what waits after it
     * @param tooLong lines that no request can hold, for the caller to count: a row is replaced by what stands in for it,
     *        so that the numbers keep their order, and a summary is left out until there is another
     */
    public record Filled(FileStreamRequest request, StreamState left, List<TooLong> tooLong) {

        public Filled {
            tooLong = List.copyOf(tooLong);
        }

        public boolean more() {
            return !left.isEmpty();
        }
    }

    /**
     * A line that is longer than {@link LineLimit#LONGEST}.
     *
     * @param file as W&amp;B names it
     * @param line its number there
     * @param bytes of it
     */
    public record TooLong(String file, long line, long bytes) {
    }

    public StreamState withHistory(Chunk lines) {
        return new StreamState(lines, events, summary, console, uploaded, preempting, exitCode);
    }

    public StreamState withEvents(Chunk lines) {
        return new StreamState(history, lines, summary, console, uploaded, preempting, exitCode);
    }

    public StreamState withSummary(Optional<String> line) {
        return new StreamState(history, events, line, console, uploaded, preempting, exitCode);
    }

    public StreamState withConsole(ConsoleLines lines) {
        return new StreamState(history, events, summary, lines, uploaded, preempting, exitCode);
    }

    public StreamState withUploaded(List<String> names) {
        return new StreamState(history, events, summary, console, names, preempting, exitCode);
    }

    public StreamState withPreempting(boolean now) {
        return new StreamState(history, events, summary, console, uploaded, now, exitCode);
    }

    public StreamState withExitCode(OptionalInt code) {
        return new StreamState(history, events, summary, console, uploaded, preempting, code);
    }

    public boolean isEmpty() {
        return history.isEmpty() && events.isEmpty() && summary.isEmpty() && console.lines().isEmpty()
                && uploaded.isEmpty() && !preempting && exitCode.isEmpty();
    }

    /** The next request, as large as W&amp;B's own client makes it. Of an empty state that is the heartbeat. */
    public Filled next() {
        return next(LARGEST_REQUEST);
    }

    /**
     * @param room in bytes; a line that is longer goes alone
     */
    public Filled next(long room) {
        return new Filling(this, room).fill();
    }

    /** What waits here and then there, as one. The lines there must follow on those here. */
    public StreamState and(StreamState later) {
        return new StreamState(joined(history, later.history), joined(events, later.events),
                later.summary.or(() -> summary), console.and(later.console),
                List.copyOf(new TreeSet<>(Stream.concat(uploaded.stream(), later.uploaded.stream()).toList())),
                preempting || later.preempting, later.exitCode.isPresent() ? later.exitCode : exitCode);
    }

    private static Chunk joined(Chunk first, Chunk second) {
        if (second.isEmpty()) {
            return first;
        }
        if (!first.isEmpty() && first.end() != second.offset()) {
            throw new IllegalArgumentException("line " + second.offset() + " does not follow on line " + first.end());
        }
        return first.isEmpty() ? second
                : new Chunk(first.offset(), Stream.concat(first.lines().stream(), second.lines().stream()).toList());
    }
}
