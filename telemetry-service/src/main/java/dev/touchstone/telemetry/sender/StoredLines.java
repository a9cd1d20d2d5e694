package dev.touchstone.telemetry.sender;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.UUID;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.run.Runs;

/**
 * The stored lines of a run, page by page, so that a long run need not be in memory.
 *
 * @param from the first line
 * @param until the line after the last
 */
record StoredLines(Runs runs, UUID submissionId, long from, long until) implements Iterable<String> {

    private static final int PAGE = 500;

    @Override
    public Iterator<String> iterator() {
        return new Pages();
    }

    private final class Pages implements Iterator<String> {

        private final Queue<String> page = new ArrayDeque<>();
        private long next = from;

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && next < until) {
                int wanted = (int) Math.min(PAGE, until - next);
                page.addAll(Blocking.inTransaction(() -> runs.lines(submissionId, next, wanted)));
            }
            return !page.isEmpty();
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            next++;
            return page.remove();
        }
    }
}
