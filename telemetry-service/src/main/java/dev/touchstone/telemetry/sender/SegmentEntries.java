package dev.touchstone.telemetry.sender;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.evidence.OfflineAlert;
import dev.touchstone.telemetry.offline.Segment;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.run.StoredRow;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.offline.Entry;

/**
 * What an offline segment says of a run's rows, read page by page, so that a long run need not be in memory. Of the rows
 * before the segment it repeats the console and the system metrics: an upload writes these from their first line on.
 *
 * @param alerts of these rows
 */
record SegmentEntries(Runs runs, UUID submissionId, Segment.Rows rows,
        List<OfflineAlert> alerts) implements Iterable<Entry> {

    private static final int PAGE = 500;
    private static final String SYSTEM = "system.";

    @Override
    public Iterator<Entry> iterator() {
        return new Pages();
    }

    private final class Pages implements Iterator<Entry> {

        private final Queue<Entry> ready = new ArrayDeque<>();
        private long next;

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
            if (row.line() >= rows.first()) {
                ready.add(new Entry.Row(Lines.raised(row.json(), rows.firstStep())));
            }
            // A row without one still has its line: the numbers of the others must stay.
            ready.add(Consoles.read(row.console()).map(line -> new Entry.ConsoleLine(line.at(), line.text(), line.error()))
                    .orElseGet(() -> new Entry.ConsoleLine(row.stored(), row.console(), false)));
            if (row.stat() != null) {
                ready.add(sample(row.stat(), row.stored()));
            }
            alerts.stream().filter(alert -> alert.line() == row.line()).map(Pages::entry).forEach(ready::add);
        }

        private static Entry entry(OfflineAlert alert) {
            return new Entry.Alert(alert.alert().title(), alert.alert().text(), alert.alert().level().name(), alert.quiet());
        }

        private static Entry sample(StoredRow.Stat stat, Instant stored) {
            Map<String, JsonNode> figures = new LinkedHashMap<>();
            JsonNode line = ExtendedJson.read(stat.json());
            line.properties().stream().filter(figure -> figure.getKey().startsWith(SYSTEM))
                    .forEach(figure -> figures.put(figure.getKey().substring(SYSTEM.length()), figure.getValue()));
            JsonNode seconds = line.path("_timestamp");
            return new Entry.SystemSample(seconds.isNumber() ? time(seconds.decimalValue()) : stored, figures);
        }

        private static Instant time(BigDecimal seconds) {
            return Instant.EPOCH.plus(seconds.movePointRight(6).longValue(), ChronoUnit.MICROS);
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
