package dev.touchstone.telemetry.sender;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.Marks;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.Progress.Sent;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.evidence.RunPlace;
import dev.touchstone.telemetry.evidence.Settlement;
import dev.touchstone.telemetry.evidence.Upload;
import dev.touchstone.telemetry.evidence.Uploading;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.run.StoredRow;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.api.Feature;
import dev.touchstone.telemetry.wandb.filestream.FileStream.Feedback;
import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest;
import dev.touchstone.telemetry.wandb.filestream.StreamState;
import dev.touchstone.telemetry.wandb.filestream.StreamState.Filled;

/** Sends what is stored of a run, one request at a time. A repeated request writes the same lines at the same place. */
@ApplicationScoped
class Streaming {

    private static final Logger LOG = Logger.getLogger(Streaming.class);

    /** Rows are small; this bounds the memory of one writer. */
    private static final int MOST_ROWS = 1_000;

    private final Runs runs;
    private final Uploading uploading;
    private final Presence presence;
    private final RequestMeters meters;

    Streaming(Runs runs, Uploading uploading, Presence presence, RequestMeters meters) {
        this.runs = runs;
        this.uploading = uploading;
        this.presence = presence;
        this.meters = meters;
    }

    Answer<Progress> send(ClaimedRun claimed, boolean finish, WandbServer server) throws InterruptedException {
        RecordedRun run = claimed.run();
        Registration registration = Objects.requireNonNull(claimed.progress().registration(), "registered first");
        Sent sent = claimed.progress().sent();
        String summary = Lines.summary(run, registration.firstStep());
        Batch batch = Batch.of(stored(run, sent), StreamState.LARGEST_REQUEST - Batch.bytes(summary));
        long sentThen = sent.lines() + batch.rows().size();
        // Whoever leaves may not have heard of all, and the one that goes on would have to resume the run.
        boolean complete = finish && !presence.isLeaving() && sentThen == run.history().lines();
        // The batch was measured: nothing of it may be left over here, or it would count as sent.
        Filled filled = batch.at(registration.first(), server.has(Feature.STRUCTURED_CONSOLE_LOGS))
                .withSummary(Optional.of(summary)).withExitCode(exitCode(run, complete))
                .withPreempting(presence.isRelieved()).next(Long.MAX_VALUE);
        filled.tooLong()
                .forEach(line -> LOG.warnf("line too long for W&B file=%s line=%d bytes=%d; only its place is kept there",
                        line.file(), line.line(), line.bytes()));
        Answer<Feedback> answer = post(claimed, registration, filled.request(), server);
        meters.rows(batch.rows().size(), filled.tooLong().size(), answer);
        return answer.then(feedback -> Answer.accepted(claimed.progress()
                .with(new Sent(sentThen, sent.description(), complete ? sentThen : null, sent.offlineLines()))
                .with(heard(claimed.progress().marks(), feedback))));
    }

    /** Puts into the run what an event brought, and then says that it is there. */
    Answer<Settlement> put(ClaimedRun claimed, Upload upload, WandbServer server) throws InterruptedException {
        Registration registration = Objects.requireNonNull(claimed.progress().registration(), "registered first");
        ReviewRef review = claimed.run().review();
        RunPlace place = new RunPlace(review.submissionId(), review.wandbRun(), registration.entity(), registration.project(),
                registration.firstStep());
        return uploading.advance(upload, place, server.shelf())
                .then(settlement -> settlement instanceof Settlement.Logged logged
                        && !logged.shown().files().isEmpty()
                                ? post(claimed, registration, shown(claimed.run(), upload, logged.shown(), registration),
                                        server)
                                        .then(feedback -> Answer.accepted(settlement))
                                : Answer.accepted(settlement));
    }

    /** What becomes of an upload that W&amp;B may take later. */
    Settlement later(Upload upload, Answer.Later<Settlement> answer) {
        return uploading.later(upload, answer);
    }

    private static FileStreamRequest shown(RecordedRun run, Upload upload, Settlement.Shown shown, Registration registration) {
        boolean latest = upload.cause().isLatest(run.page().attempts());
        return FileStreamRequest.HEARTBEAT.withUploaded(shown.files())
                .withSummary(Lines.summary(latest ? run.showing(shown.summary()) : run, registration.firstStep()));
    }

    Answer<Progress> heartbeat(ClaimedRun claimed, WandbServer server) throws InterruptedException {
        Registration registration = Objects.requireNonNull(claimed.progress().registration(), "registered first");
        return heard(claimed, post(claimed, registration, FileStreamRequest.HEARTBEAT, server));
    }

    static Answer<Progress> heard(ClaimedRun claimed, Answer<Feedback> answer) throws InterruptedException {
        return answer.then(feedback -> Answer
                .accepted(claimed.progress().with(heard(claimed.progress().marks(), feedback))));
    }

    private static Answer<Feedback> post(ClaimedRun claimed, Registration registration, FileStreamRequest request,
            WandbServer server) throws InterruptedException {
        return server.fileStream().send(registration.entity(), registration.project(),
                claimed.run().review().wandbRun().wandbId(), request);
    }

    private List<StoredRow> stored(RecordedRun run, Sent sent) {
        int wanted = (int) Math.min(MOST_ROWS, run.history().lines() - sent.lines());
        return wanted == 0 ? List.of()
                : Blocking.inTransaction(() -> runs.rows(run.review().submissionId(), sent.lines(), wanted));
    }

    private static OptionalInt exitCode(RecordedRun run, boolean complete) {
        return complete ? run.outcome().map(Outcome::exitCode).map(OptionalInt::of).orElseGet(OptionalInt::empty)
                : OptionalInt.empty();
    }

    /** Once stopped, always stopped. */
    private static Marks heard(Marks before, Feedback feedback) {
        return new Marks(before.stopped() || feedback.stopped(), before.unsure());
    }
}
