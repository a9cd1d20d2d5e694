package dev.touchstone.telemetry.sender;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.UUID;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.offline.Segment;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.run.StoredRow;
import dev.touchstone.telemetry.wandb.offline.Entry;

/** What an offline segment says of a run's rows, read page by page, so that a long run need not be in memory. */
record SegmentEntries(Runs runs, UUID submissionId, Segment.Rows rows) implements Iterable<Entry> {

    private static final int PAGE = 500;

    @Override
    public Iterator<Entry> iterator() {
        return new Pages();
    }

    private final class Pages implements Iterator<Entry> {

        private final Queue<Entry> ready = new ArrayDeque<>();
        private long next = rows.first();

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && next < rows.end()) {
                int wanted = (int) Math.min(PAGE, rows.end() - next);
                Blocking.inTransaction(() -> runs.rows(submissionId, next, wanted)).forEach(this::add);
                next += wanted;
            }
            return !ready.isEmpty();
        }

        private void add(StoredRow row) {
            ready.add(new Entry.Row(Lines.raised(row.json(), rows.firstStep())));
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }
    }
}
