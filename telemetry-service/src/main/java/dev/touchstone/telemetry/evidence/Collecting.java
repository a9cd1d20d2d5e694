package dev.touchstone.telemetry.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.evidence.Exhibit.ShownTable;
import dev.touchstone.telemetry.evidence.Fetched.Away;
import dev.touchstone.telemetry.evidence.Fetched.File;
import dev.touchstone.telemetry.evidence.Fetched.Got;
import dev.touchstone.telemetry.evidence.Fetched.Unfit;
import dev.touchstone.telemetry.evidence.Plan.Source;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ExtendedJson.NotJson;
import dev.touchstone.telemetry.wandb.artifact.FileEntry;
import dev.touchstone.telemetry.wandb.artifact.MediaFile;
import dev.touchstone.telemetry.wandb.artifact.Table;

/** Brings together what belongs to an artifact: all of it, or nothing. An artifact that lacks a file would look whole. */
@ApplicationScoped
class Collecting {

    private static final Logger LOG = Logger.getLogger(Collecting.class);

    private final OurServices services;
    private final EvidenceConfig config;

    Collecting(OurServices services, EvidenceConfig config) {
        this.services = services;
        this.config = config;
    }

    /**
     * @param step of the run at which the tables are shown
     * @throws IOException if the desk has no room
     */
    Fetched<Exhibit> collect(Plan.Artifact plan, UUID submissionId, long step, Desk.Place place)
            throws IOException, InterruptedException {
        return switch (plan) {
            case Plan.StageFiles stage -> stage(stage.files(), step, place);
            case Plan.TestSuite suite -> services.suite(suite.digest(), place.file()).then(file -> one("cases.jsonl", file));
            case Plan.LedgerExport ledger -> services.ledger(submissionId, place.file())
                    .then(file -> holds(file, ledger.until()) ? one("ledger.json", file)
                            : new Away<>("the ledger has no entry of the review's end yet"));
        };
    }

    private Fetched<Exhibit> stage(List<Source> sources, long step, Desk.Place place) throws IOException, InterruptedException {
        if (sources.stream().mapToLong(Source::size).sum() > config.largest()) {
            return new Unfit<>("it is larger than " + config.largest() + " bytes");
        }
        Fetched<Exhibit> all = new Got<>(new Exhibit(List.of(), List.of(), List.of()));
        for (Source source : sources) {
            all = all.then(
                    before -> services.file(source, place.file()).then(file -> new Got<>(with(before, source, file, step))));
        }
        return all;
    }

    private Exhibit with(Exhibit before, Source source, File file, long step) throws IOException {
        List<FileEntry> files = new ArrayList<>(before.files());
        List<String> contents = new ArrayList<>(before.contents());
        List<ShownTable> tables = new ArrayList<>(before.tables());
        files.add(new FileEntry(source.path(), Content.of(file.path())));
        contents.add(file.digest());
        Optional<StageTable> kind = StageTable.madeOf(source.name());
        if (kind.isPresent()) {
            table(kind.get(), file).ifPresent(table -> {
                files.add(new FileEntry(kind.get().file(), table.asArtifactFile()));
                tables.add(new ShownTable(kind.get(), MediaFile.table(kind.get().key(), step, table)));
            });
        }
        return new Exhibit(files, contents, tables);
    }

    /** A report of another form than this version knows is uploaded all the same, without a table. */
    private Optional<Table> table(StageTable kind, File file) throws IOException {
        if (file.size() > config.largestTable()) {
            LOG.warnf("no table %s: the report has %d bytes", kind.key(), file.size());
            return Optional.empty();
        }
        try (BufferedReader lines = Files.newBufferedReader(file.path())) {
            List<JsonNode> read = lines.lines().filter(line -> !line.isBlank()).map(ExtendedJson::read).toList();
            return Optional.of(kind.of(read));
        } catch (NotJson | java.io.UncheckedIOException | IllegalArgumentException malformed) {
            LOG.warnf("no table %s: the report cannot be read", kind.key());
            return Optional.empty();
        }
    }

    /** Only a table, of a report that nothing else is wanted of. */
    Fetched<Table> table(StageTable kind, Source report, Desk.Place place) throws IOException, InterruptedException {
        if (report.size() > config.largestTable()) {
            return new Unfit<>("its report has " + report.size() + " bytes");
        }
        return services.file(report, place.file()).then(file -> table(kind, file).<Fetched<Table>> map(Got::new)
                .orElseGet(() -> new Unfit<>("its report is too large or cannot be read")));
    }

    private static Fetched<Exhibit> one(String path, File file) throws IOException {
        return new Got<>(new Exhibit(List.of(new FileEntry(path, Content.of(file.path()))), List.of(file.digest()), List.of()));
    }

    /** Whatever form the export has, an entry names its event. */
    private static boolean holds(File ledger, UUID event) throws IOException {
        return Files.readString(ledger.path()).contains(event.toString());
    }
}
