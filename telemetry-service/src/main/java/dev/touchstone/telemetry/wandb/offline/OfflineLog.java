package dev.touchstone.telemetry.wandb.offline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.WandbVersions;

/** Writes a segment as numbered records, in the order that readers expect. */
final class OfflineLog {

    private final TransactionLog log;
    private long records;

    private OfflineLog(OutputStream out) throws IOException {
        this.log = new TransactionLog(out);
    }

    /**
     * @param producer what this client says it is
     * @param files what an upload takes from beside the log
     */
    static void write(String producer, OfflineRun run, OfflineContent content, List<RunFile> files, OutputStream out)
            throws IOException {
        OfflineLog log = new OfflineLog(out);
        log.append(Records.HEADER, Records.header(producer, WandbVersions.OLDEST_READER));
        log.append(Records.RUN, Records.run(run));
        log.fill(content, files);
    }

    private void fill(OfflineContent content, List<RunFile> files) throws IOException {
        for (MetricDefinition metric : content.metrics()) {
            append(Records.METRIC, Records.metric(metric));
        }
        for (Entry entry : content.entries()) {
            append(entry);
        }
        if (!files.isEmpty()) {
            append(Records.FILES, Records.files(files));
        }
        OfflineContent.Ending ending = content.ending();
        append(Records.SUMMARY, Records.summary(ending.summary()));
        append(Records.EXIT, ending.exitCode().isPresent()
                ? Records.exit(ending.exitCode().getAsInt(), ending.runtimeSeconds())
                : Records.notComplete(ending.runtimeSeconds()));
    }

    private void append(Entry entry) throws IOException {
        switch (entry) {
            case Entry.Row row -> append(Records.HISTORY, Records.history(row.json()));
            case Entry.ConsoleLine line -> append(Records.OUTPUT_RAW, Records.console(line));
            case Entry.SystemSample sample -> append(Records.STATS, Records.stats(sample));
            case Entry.Alert alert -> append(Records.ALERT, Records.alert(alert));
        }
    }

    private void append(int kind, Proto body) throws IOException {
        records++;
        log.append(new Proto().number(1, records).message(kind, body).toBytes());
    }
}
