package dev.touchstone.telemetry.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.jobs.Blocking;
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
    private record Origin(long line, Source report) {
    }

    /**
     * Blocks: for virtual threads.
     *
     * @param summary of the run, which tells of the newest attempts
     * @param firstStep of the run's line 0
     */
    public Tables of(UUID submissionId, Map<String, JsonNode> summary, long firstStep) {
        List<Upload> brought = Blocking.inTransaction(() -> uploads.all(submissionId));
        List<Shown> shown = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        origins(brought, summary).forEach((kind, origin) -> {
            switch (made(kind, origin.report())) {
                case Got<Table>(Table table) -> shown.add(new Shown(kind.key(), origin.line(),
                        MediaFile.table(kind.key(), firstStep + origin.line(), table)));
                case Unfit<Table>(String reason) -> missing.add(kind.key() + ": " + reason);
                case Away<Table>(String reason) -> missing.add(kind.key() + ": " + reason);
            }
        });
        return new Tables(shown, missing);
    }

    private static Map<StageTable, Origin> origins(List<Upload> brought, Map<String, JsonNode> summary) {
        Map<StageTable, Origin> newest = new LinkedHashMap<>();
        for (Upload upload : brought) {
            if (upload.plan() instanceof Plan.StageFiles stage && upload.cause().isNewest(summary)) {
                stage.files().forEach(report -> StageTable.madeOf(report.name())
                        .ifPresent(kind -> newest.put(kind, new Origin(upload.cause().line(), report))));
            }
        }
        return newest;
    }

    private Fetched<Table> made(StageTable kind, Source report) {
        try (Desk.Place place = desk.take()) {
            return collecting.table(kind, report, place);
        } catch (IOException full) {
            LOG.warnf("nothing can be put on the desk: %s", full.toString());
            return new Away<>("there is no room for its report now");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Away<>("the service is stopping");
        }
    }
}
