package dev.touchstone.telemetry.evidence;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.evidence.Settlement.Kept;
import dev.touchstone.telemetry.evidence.Settlement.Shown;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.artifact.ArtifactDraft;
import dev.touchstone.telemetry.wandb.artifact.LoggedArtifact;

/**
 * Puts one thing into a run. What W&amp;B says of the connection or of the key is answered as it came, since it is about
 * the whole run; what it says of this one thing becomes its settlement, so that no run waits for ever for it.
 */
@ApplicationScoped
public class Uploading {

    private static final Logger LOG = Logger.getLogger(Uploading.class);

    private final Collecting collecting;
    private final Desk desk;
    private final Uploads uploads;
    private final Patience patience;

    Uploading(Collecting collecting, Desk desk, Uploads uploads, Patience patience) {
        this.collecting = collecting;
        this.desk = desk;
        this.uploads = uploads;
        this.patience = patience;
    }

    /** Tries once. Blocks: for virtual threads. */
    public Answer<Settlement> advance(Upload upload, RunPlace run, Shelf shelf) throws InterruptedException {
        Answer<Settlement> answer = switch (upload.plan()) {
            case Plan.Alert alert -> alert(upload, alert, run, shelf);
            case Plan.TestSuite suite -> suite(upload, suite, run, shelf);
            case Plan.StageFiles stage -> collected(upload, stage, run, shelf);
            case Plan.LedgerExport ledger -> collected(upload, ledger, run, shelf);
        };
        return answer instanceof Refused<Settlement> refused ? judged(upload, refused) : answer;
    }

    /** What becomes of an upload that W&amp;B may take later. */
    public Settlement later(Upload upload, Answer.Later<?> answer) {
        return patience.with(upload, answer.reason(), answer.after());
    }

    private Answer<Settlement> judged(Upload upload, Refused<Settlement> refused) {
        return switch (refused.why()) {
            case CREDENTIAL, UNTRUSTED_SERVER, DELETED_RUN -> refused;
            // Somebody may give the permission.
            case PERMISSION -> Answer.accepted(patience.with(upload, refused.reason()));
            case TOO_LARGE, MALFORMED_RUN, OTHER -> Answer.accepted(new Settlement.Refused(refused.reason()));
        };
    }

    private Answer<Settlement> alert(Upload upload, Plan.Alert alert, RunPlace run, Shelf shelf) throws InterruptedException {
        if (patience.isNewsNoMore(upload)) {
            return Answer.accepted(new Settlement.Refused("it could not be given in time"));
        }
        return shelf.alert(run, alert).then(taken -> Answer.accepted(taken ? new Settlement.Given()
                : new Settlement.Refused("W&B did not take the alert")));
    }

    /** A suite that is in the project is only used. It may have been deleted there since; then it is logged anew. */
    private Answer<Settlement> suite(Upload upload, Plan.TestSuite suite, RunPlace run, Shelf shelf)
            throws InterruptedException {
        Optional<Kept> known = Blocking.inTransaction(() -> uploads.suite(run.named(), suite.digest()));
        if (known.isPresent()) {
            Answer<String> used = shelf.use(run, known.get().artifactId());
            if (!(used instanceof Refused<String>)) {
                return used.then(ignored -> Answer.accepted(new Settlement.Logged(known.get(), Shown.NOTHING)));
            }
        }
        Answer<Settlement> logged = collected(upload, suite, run, shelf);
        return logged.then(settlement -> settlement instanceof Settlement.Logged(Kept kept, Shown ignored)
                ? shelf.use(run, kept.artifactId()).then(used -> Answer.accepted(settlement))
                : Answer.accepted(settlement));
    }

    private Answer<Settlement> collected(Upload upload, Plan.Artifact plan, RunPlace run, Shelf shelf)
            throws InterruptedException {
        long step = run.firstStep() + upload.cause().line();
        try (Desk.Place place = desk.take()) {
            return switch (collecting.collect(plan, run.submissionId(), step, place)) {
                case Fetched.Got<Exhibit>(Exhibit exhibit) -> put(exhibit, draft(plan.label(), exhibit, run, step), run, shelf);
                case Fetched.Unfit<Exhibit>(String reason) -> Answer.accepted(new Settlement.Refused(reason));
                case Fetched.Away<Exhibit>(String reason) -> Answer.accepted(patience.with(upload, reason));
            };
        } catch (IOException full) {
            LOG.warnf("nothing can be put on the desk: %s", full.toString());
            return Answer.accepted(patience.with(upload, "there is no room for its files now"));
        }
    }

    private static ArtifactDraft draft(Plan.Label label, Exhibit exhibit, RunPlace run, long step) {
        return new ArtifactDraft(run.entity(), run.project(), run.wandbId(), label.type(), label.name(), label.description(),
                label.aliases(), label.metadata(), exhibit.files(), step);
    }

    private static Answer<Settlement> put(Exhibit exhibit, ArtifactDraft draft, RunPlace run, Shelf shelf)
            throws InterruptedException {
        return shelf.log(draft).then(logged -> shown(exhibit, logged, run, shelf).then(shown -> Answer
                .accepted(new Settlement.Logged(kept(exhibit, logged), shown))));
    }

    private static Kept kept(Exhibit exhibit, LoggedArtifact logged) {
        return new Kept(logged.id(), logged.digest(), exhibit.contents(), logged.uploaded() ? exhibit.bytes() : 0);
    }

    /** The tables, once more as files of the run, to which its summary can point. */
    private static Answer<Shown> shown(Exhibit exhibit, LoggedArtifact logged, RunPlace run, Shelf shelf)
            throws InterruptedException {
        if (exhibit.tables().isEmpty()) {
            return Answer.accepted(Shown.NOTHING);
        }
        Map<String, Content> files = new LinkedHashMap<>();
        Map<String, JsonNode> summary = new LinkedHashMap<>();
        for (Exhibit.ShownTable each : exhibit.tables()) {
            files.put(each.media().path(), each.media().content());
            summary.put(each.table().key(), ExtendedJson.node(each.in(logged)));
        }
        return shelf.files(run, files).then((List<String> names) -> Answer.accepted(new Shown(names, summary)));
    }
}
