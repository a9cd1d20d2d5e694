package dev.touchstone.telemetry.evidence;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.Attempts;
import dev.touchstone.telemetry.evidence.Fetched.Away;
import dev.touchstone.telemetry.evidence.Fetched.Got;
import dev.touchstone.telemetry.evidence.Fetched.Unfit;
import dev.touchstone.telemetry.evidence.Plan.Source;
import dev.touchstone.telemetry.wandb.artifact.MediaFile;
import dev.touchstone.telemetry.wandb.artifact.Table;

/**
 * The tables of a run that somebody takes away instead of having it sent: those of each stage's newest attempt, made anew
 * of the reports that our services have. One that cannot be had is named; the rest is worth having without it.
 */
@ApplicationScoped
public class TakenTables {

    private static final Logger LOG = Logger.getLogger(TakenTables.class);

    /** Less than those wait for the first byte who pass archives on. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Uploads uploads;
    private final Collecting collecting;
    private final Desk desk;

    TakenTables(Uploads uploads, Collecting collecting, Desk desk) {
        this.uploads = uploads;
        this.collecting = collecting;
        this.desk = desk;
    }

    /**
     * @param missing what could not be had and why, for people
     */
    public record Tables(List<Shown> shown, List<String> missing) {

        public Tables {
            shown = List.copyOf(shown);
            missing = List.copyOf(missing);
        }
    }

    /**
     * @param key of the run's summary
     * @param line of the event that brought it
     */
    public record Shown(String key, long line, MediaFile media) {
    }

    /** Of which report a table is made. */
    private record Origin(StageTable kind, long line, Source report) {
    }

    /**
     * Blocks: for virtual threads.
     *
     * @param attempts of which the run's summary speaks
     * @param firstStep of the run's line 0
     */
    public Tables of(UUID submissionId, Attempts attempts, long firstStep) {
        List<Upload> brought = Blocking.inTransaction(() -> uploads.all(submissionId));
        List<Shown> shown = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        made(origins(brought, attempts)).forEach((origin, made) -> {
            StageTable kind = origin.kind();
            switch (made) {
                case Got<Table>(Table table) -> shown.add(new Shown(kind.key(), origin.line(),
                        MediaFile.table(kind.key(), firstStep + origin.line(), table)));
                case Unfit<Table>(String reason) -> missing.add(kind.key() + ": " + reason);
                case Away<Table>(String reason) -> missing.add(kind.key() + ": " + reason);
            }
        });
        return new Tables(shown, missing);
    }

    /** All at once: whoever waits for the archive waits for the slowest service only, and not long for that. */
    private Map<Origin, Fetched<Table>> made(Collection<Origin> origins) {
        List<Origin> all = List.copyOf(origins);
        Map<Origin, Fetched<Table>> made = new LinkedHashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Fetched<Table>>> tables = each.invokeAll(
                    all.stream().map(origin -> (Callable<Fetched<Table>>) () -> made(origin)).toList(),
                    PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            for (int i = 0; i < all.size(); i++) {
                made.put(all.get(i), outcome(tables.get(i)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            all.forEach(origin -> made.putIfAbsent(origin, new Away<>("the service is stopping")));
        }
        return made;
    }

    private static Fetched<Table> outcome(Future<Fetched<Table>> table) {
        return switch (table.state()) {
            case SUCCESS -> table.resultNow();
            case FAILED -> failed(table.exceptionNow());
            case CANCELLED, RUNNING -> new Away<>("it took longer than " + PATIENCE.toSeconds() + " s");
        };
    }

    private static Fetched<Table> failed(Throwable failure) {
        LOG.warnf("a table of an archive cannot be made: %s", failure.toString());
        return new Away<>("there is no room for its report now");
    }

    private static Collection<Origin> origins(List<Upload> brought, Attempts attempts) {
        Map<StageTable, Origin> newest = new LinkedHashMap<>();
        for (Upload upload : brought) {
            if (upload.plan() instanceof Plan.StageFiles stage && upload.cause().isLatest(attempts)) {
                stage.files().forEach(report -> StageTable.madeOf(report.name())
                        .ifPresent(kind -> newest.put(kind, new Origin(kind, upload.cause().line(), report))));
            }
        }
        return newest.values();
    }

    private Fetched<Table> made(Origin origin) throws IOException, InterruptedException {
        try (Desk.Place place = desk.take()) {
            return collecting.table(origin.kind(), origin.report(), place);
        }
    }
}
