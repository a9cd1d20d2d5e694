package dev.touchstone.telemetry.wandb.offline;

import java.io.IOException;
import java.io.OutputStream;

import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.WandbVersions;

/** Writes a run as numbered records, in the order that readers expect. */
final class OfflineLog {

    private final TransactionLog log;
    private long records;

    private OfflineLog(OutputStream out) throws IOException {
        this.log = new TransactionLog(out);
    }

    static void write(OfflineRun run, OfflineContent content, OutputStream out) throws IOException {
        write(WandbVersions.PRODUCER, run, content, out);
    }

    static void write(String producer, OfflineRun run, OfflineContent content, OutputStream out) throws IOException {
        OfflineLog log = new OfflineLog(out);
        log.append(Records.HEADER, Records.header(producer, WandbVersions.OLDEST_READER));
        log.append(Records.RUN, Records.run(run));
        for (MetricDefinition metric : content.metrics()) {
            log.append(Records.METRIC, Records.metric(metric));
        }
        for (String line : content.lines()) {
            log.append(Records.HISTORY, Records.history(line));
        }
        log.append(Records.SUMMARY, Records.summary(content.summary()));
        log.append(Records.EXIT, content.exitCode().isPresent()
                ? Records.exit(content.exitCode().getAsInt(), content.runtimeSeconds())
                : Records.notComplete(content.runtimeSeconds()));
    }

    private void append(int kind, Proto body) throws IOException {
        records++;
        log.append(new Proto().number(1, records).message(kind, body).toBytes());
    }
}
