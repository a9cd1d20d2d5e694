package dev.touchstone.telemetry.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.EventDraft;
import dev.touchstone.events.RecordStatement.RunAliased;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.evidence.UploadMeters;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.run.WandbIds;
import io.smallrye.mutiny.Uni;

/** Stores what a step came to, gives the run back, and tells the others what changed: in one transaction. */
@ApplicationScoped
class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);

    private final Runs runs;
    private final WandbIds ids;
    private final Outbox outbox;
    private final UploadMeters meters;

    Settling(Runs runs, WandbIds ids, Outbox outbox, UploadMeters meters) {
        this.runs = runs;
        this.ids = ids;
        this.outbox = outbox;
        this.meters = meters;
    }

    /**
     * @throws dev.touchstone.telemetry.run.LeaseLost if another writer holds the run now; nothing is stored or told then
     */
    void settle(ClaimedRun claimed, Advance advance) {
        switch (advance) {
            case Advance.Went(Progress progress) -> settle(claimed, progress);
            case Advance.Tried tried -> settle(claimed, tried);
            case Advance.NeedsAnotherId needs -> rename(claimed, needs);
        }
    }

    void settle(ClaimedRun claimed, Progress progress) {
        List<EventDraft> news = News.of(claimed, progress);
        Blocking.inTransaction(() -> settled(claimed, progress, news));
        news.forEach(told -> LOG.infof("run %s submission=%s %s", claimed.run().review().wandbRun().wandbId(),
                claimed.run().review().submissionId(), told.body()));
    }

    private void settle(ClaimedRun claimed, Advance.Tried tried) {
        List<EventDraft> news = new ArrayList<>(News.of(claimed, tried.progress()));
        tried.settlement().told(tried.upload(), claimed.run().review()).ifPresent(news::add);
        Blocking.inTransaction(() -> settled(claimed, tried.progress(), news)
                .chain(() -> runs.settle(claimed, tried.upload(), tried.settlement())));
        meters.count(tried.upload(), tried.settlement());
        LOG.infof("run %s submission=%s upload=%s %s", claimed.run().review().wandbRun().wandbId(),
                claimed.run().review().submissionId(), tried.upload().plan().name(), tried.settlement());
    }

    /** The events first: recording locks the review's clock before the run, and so must this. */
    private Uni<Void> settled(ClaimedRun claimed, Progress progress, List<EventDraft> news) {
        return outbox.emitAll(news).chain(() -> runs.settle(claimed, progress));
    }

    private void rename(ClaimedRun claimed, Advance.NeedsAnotherId needs) {
        Optional<String> alias = Blocking.inTransaction(() -> ids.takeAnother(claimed.run().review())
                .call(taken -> taken.isPresent() ? renamed(claimed, taken.get(), needs.reason())
                        : settled(claimed, needs.otherwise(), News.of(claimed, needs.otherwise()))));
        LOG.infof("run %s submission=%s is %s from now on: %s", claimed.run().review().wandbRun().wandbId(),
                claimed.run().review().submissionId(), alias.orElse("as it was"), needs.reason());
    }

    private Uni<Void> renamed(ClaimedRun claimed, String alias, String reason) {
        ReviewRef before = claimed.run().review();
        ReviewRef review = new ReviewRef(before.submissionId(), before.workflowRunId(), before.agentId(), before.revision(),
                before.wandbRun().withAlias(alias));
        EventDraft told = EventDraft.of(review, claimed.run().at().stage(), claimed.run().at().attempt(),
                new RunAliased(alias, reason));
        return outbox.emit(told).chain(() -> runs.rename(claimed, alias));
    }
}
