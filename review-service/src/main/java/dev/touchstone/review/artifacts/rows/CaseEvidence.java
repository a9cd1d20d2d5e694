package dev.touchstone.review.artifacts.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Caller;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.artifacts.reads.Reads;
import dev.touchstone.review.artifacts.reads.Way;
import dev.touchstone.review.cases.Timeline;
import io.smallrye.mutiny.Uni;

/**
 * The lines of a review's reports that somebody who decides should see first. It answers with what is kept already and begins
 * to read in what is not, so it waits for no other service; and it never fails: what cannot be told is left out.
 */
@ApplicationScoped
public class CaseEvidence {

    private static final Logger LOG = Logger.getLogger(CaseEvidence.class);
    private static final List<Report> REPORTS = List.of(
            new Report(Stage.SECURITY, "security_report.jsonl", Reading.CASES),
            new Report(Stage.FUNCTIONAL, "functional_report.jsonl", Reading.SCENARIOS),
            new Report(Stage.JUDGE, "judge_report.jsonl", Reading.ANSWERS));

    private final EvidenceFiles files;
    private final Reads reads;

    CaseEvidence(EvidenceFiles files, Reads reads) {
        this.files = files;
        this.reads = reads;
    }

    private record Report(Stage stage, String name, Reading reading) {
    }

    /**
     * The worst lines of the current attempts' reports, at most {@code each} of a stage. That the reader is given them is
     * recorded first; where that fails, none are given.
     *
     * @param timeline of the round that is looked at, in its order
     */
    public Uni<Telling> worst(CaseView view, List<Timeline.Entry> timeline, Caller reader, int each) {
        Uni<Telling> told = Uni.createFrom().item(Telling.NOTHING);
        for (Report report : REPORTS) {
            Optional<ArtifactRef> file = file(view, timeline, report);
            if (file.isPresent()) {
                told = told.flatMap(so -> worst(view, report, file.get(), reader, each).map(so::and));
            }
        }
        return told;
    }

    private Uni<Telling> worst(CaseView view, Report report, ArtifactRef file, Caller reader, int each) {
        return files.look(file, report.reading()).flatMap(read -> switch (read) {
            case ReadIn.Ready ready -> reads.note(reader, view.submissionId(), List.of(file), Way.SUMMARY)
                    .chain(() -> files.troubling(file.digest(), report.reading(), each))
                    .map(rows -> Telling.of(Points.of(report.stage(), rows)));
            case ReadIn.Underway waiting -> Uni.createFrom().item(Telling.UNDERWAY);
            case ReadIn.Unavailable gone -> Uni.createFrom().item(Telling.NOTHING);
        }).onFailure().recoverWithItem(failure -> {
            LOG.warnf("evidence: the worst of %s cannot be told: %s", file.digest(), failure);
            return Telling.NOTHING;
        });
    }

    private static Optional<ArtifactRef> file(CaseView view, List<Timeline.Entry> timeline, Report report) {
        return view.current(report.stage()).map(StageAttempt::key)
                .flatMap(key -> AttemptFiles.of(timeline.stream().map(Timeline.Entry::event).toList(), report.stage()).stream()
                        .filter(attempt -> attempt.key().equals(key)).findFirst())
                .flatMap(attempt -> attempt.file(report.name()));
    }

    /**
     * What can be told now.
     *
     * @param points by stage in the order of the stages, the worst of each first
     * @param underway whether a report is still being read in, so that more can be told in a moment
     */
    public record Telling(List<Point> points, boolean underway) {

        static final Telling NOTHING = new Telling(List.of(), false);
        static final Telling UNDERWAY = new Telling(List.of(), true);

        public Telling {
            points = List.copyOf(points);
        }

        static Telling of(List<Point> points) {
            return new Telling(points, false);
        }

        Telling and(Telling other) {
            List<Point> all = new ArrayList<>(points);
            all.addAll(other.points());
            return new Telling(all, underway || other.underway());
        }
    }
}
