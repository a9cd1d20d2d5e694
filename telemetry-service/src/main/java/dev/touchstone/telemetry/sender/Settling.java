package dev.touchstone.telemetry.sender;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.Runs;
import io.smallrye.mutiny.Uni;

/** Stores what a step came to, gives the run back, and tells the others if its state changed: in one transaction. */
@ApplicationScoped
class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);

    private final Runs runs;
    private final Outbox outbox;

    Settling(Runs runs, Outbox outbox) {
        this.runs = runs;
        this.outbox = outbox;
    }

    /**
     * @throws dev.touchstone.telemetry.run.LeaseLost if another writer holds the run now; nothing is stored or told then
     */
    void settle(ClaimedRun claimed, Progress progress) {
        Optional<RunStateChanged> news = news(claimed, progress);
        // The event first: recording locks the review's clock before the run, and so must this.
        Blocking.inTransaction(() -> tell(claimed.run(), news).chain(() -> runs.settle(claimed, progress)));
        news.ifPresent(told -> LOG.infof("run %s submission=%s state=%s reason=%s",
                claimed.run().review().wandbRun().runId(), claimed.run().review().submissionId(), told.state().key(),
                told.reason()));
    }

    private Uni<Void> tell(RecordedRun run, Optional<RunStateChanged> news) {
        return news.isEmpty() ? Uni.createFrom().voidItem()
                : outbox.emit(new EventDraft(run.review(), run.at(), news.get(), Evidence.none(),
                        Optional.empty())).replaceWithVoid();
    }

    private static Optional<RunStateChanged> news(ClaimedRun claimed, Progress progress) {
        RunStateChanged before = told(claimed.run(), claimed.progress());
        RunStateChanged after = told(claimed.run(), progress);
        return after == null || after.equals(before) ? Optional.empty() : Optional.of(after);
    }

    private static @Nullable RunStateChanged told(RecordedRun run, Progress progress) {
        RunState state = progress.standing().state();
        URI url = progress.registration() == null ? null : run.review().wandbRun().url();
        return state == null ? null : new RunStateChanged(state, cause(state), progress.standing().reason(), url);
    }

    private static RunStateCause cause(RunState state) {
        return switch (state) {
            case ONLINE -> RunStateCause.REACHABLE;
            case CATCHING_UP -> RunStateCause.UNREACHABLE;
            case OFFLINE -> RunStateCause.NO_KEY;
        };
    }
}
