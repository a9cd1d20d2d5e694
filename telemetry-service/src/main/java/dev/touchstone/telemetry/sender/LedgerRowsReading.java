package dev.touchstone.telemetry.sender;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.WandbRun;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.Standing;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.run.StoredRow;
import dev.touchstone.telemetry.sender.LedgerRows.Line;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.api.WandbApi;

/**
 * Reads what a run says of the ledger: from W&amp;B what W&amp;B was sent, from here what waits; and all from here where
 * W&amp;B
 * cannot be read, which is then said. Blocks: for virtual threads.
 */
@ApplicationScoped
class LedgerRowsReading {

    /** Lines may be long; an answer holds so many at most. */
    private static final int PAGE = 200;
    private static final int MOST_ROWS = 1_000;
    /** Reviews are sent first: who reads waits so long for a turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Runs runs;
    private final Wandb wandb;
    private final ProjectPace pace;

    LedgerRowsReading(Runs runs, Wandb wandb, ProjectPace pace) {
        this.runs = runs;
        this.wandb = wandb;
        this.pace = pace;
    }

    /** Why W&amp;B is not read. */
    private static final class NotRead extends Exception {

        private static final long serialVersionUID = 1L;

        NotRead(String reason) {
            super(reason);
        }
    }

    /** Empty where there is no such run. */
    Optional<LedgerRows> of(UUID submissionId) throws InterruptedException {
        Optional<ClaimedRun> known = Blocking.inTransaction(() -> runs.hold(submissionId));
        return known.isEmpty() ? Optional.empty() : Optional.of(read(submissionId, known.get()));
    }

    private LedgerRows read(UUID submissionId, ClaimedRun found) throws InterruptedException {
        RecordedRun recorded = found.run();
        WandbRun named = recorded.review().wandbRun();
        long sent = found.progress().sent().lines();
        LedgerRows.Run run = new LedgerRows.Run(named.runId(), named.alias(), recorded.history().lines(), sent);
        try {
            List<Line> lines = new ArrayList<>(atWandb(found, sent));
            lines.addAll(here(found, sent, sent));
            return LedgerRows.of(submissionId, run, LedgerRows.WANDB, null, lines);
        } catch (NotRead why) {
            return LedgerRows.of(submissionId, run, LedgerRows.RECORDED, why.getMessage(), here(found, 0, sent));
        }
    }

    /** Of a run that somebody else had begun, only what is ours. */
    private List<Line> atWandb(ClaimedRun found, long sent) throws InterruptedException, NotRead {
        Registration registration = found.progress().registration();
        Optional<WandbServer> server = wandb.serverOf(found.run().review().wandbRun());
        if (server.isEmpty() || registration == null) {
            Standing standing = found.progress().standing();
            throw new NotRead(standing == null ? "nothing was sent yet" : standing.reason());
        }
        List<Line> lines = new ArrayList<>();
        for (long from = 0; from < sent; from += PAGE) {
            int steps = (int) Math.min(PAGE, sent - from);
            long first = registration.firstStep() + from;
            for (String line : page(server.get(), registration, found, first, steps)) {
                lines.add(Line.of(line, first, true));
            }
        }
        return lines;
    }

    private List<String> page(WandbServer server, Registration registration, ClaimedRun found, long from, int steps)
            throws InterruptedException, NotRead {
        awaitTurn(registration);
        WandbApi api = server.api();
        Answer<List<String>> answer = server.heard(api.history(registration.entity(), registration.project(),
                found.run().review().wandbRun().wandbId(), from, steps));
        return switch (answer) {
            case Answer.Accepted<List<String>>(List<String> lines, var pause) -> lines;
            case Answer.Later<List<String>> later -> throw new NotRead(later.reason());
            case Answer.Refused<List<String>> refused -> throw new NotRead(refused.reason());
        };
    }

    private void awaitTurn(Registration registration) throws InterruptedException, NotRead {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration wait = pace.take(wandb.project(registration.entity(), registration.project()));
        while (wait.isPositive()) {
            if (System.nanoTime() + wait.toNanos() > end) {
                throw new NotRead("reviews are being sent to the project, and have its turns");
            }
            Thread.sleep(wait);
            wait = pace.take(wandb.project(registration.entity(), registration.project()));
        }
    }

    private List<Line> here(ClaimedRun found, long from, long sent) {
        UUID submissionId = found.run().review().submissionId();
        Registration registration = found.progress().registration();
        long firstStep = registration == null ? 0 : registration.firstStep();
        List<Line> lines = new ArrayList<>();
        long next = from;
        while (next < found.run().history().lines()) {
            long start = next;
            List<StoredRow> rows = Blocking.inTransaction(() -> runs.rows(submissionId, start, MOST_ROWS));
            if (rows.isEmpty()) {
                return lines;
            }
            rows.forEach(row -> lines.add(Line.of(row.json(), row.line(), row.line() < sent).raisedBy(firstStep)));
            next = rows.getLast().line() + 1;
        }
        return lines;
    }
}
