package dev.touchstone.review.pages.desk;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.Shown;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.pages.Digest;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.evidence.JuryFigures;

/** Shapes what the stages found. */
final class EvidenceShaping {

    private static final int ALL = 100;

    private EvidenceShaping() {
    }

    /**
     * @param said what stands above, and is not said again
     */
    static SubmissionView.Evidence shape(CaseView view, Said said, Formats formats) {
        SubmissionView.Trust trust = trust(view, said, formats);
        SubmissionView.Words words = new SubmissionView.Words(said.others(view.findings().policy()), shown(view.warnings()));
        return new SubmissionView.Evidence(trust, verdict(view, formats), words, figures(view, formats),
                artifacts(view, formats));
    }

    private static SubmissionView.@Nullable Trust trust(CaseView view, Said said, Formats formats) {
        TrustScoreCalculated score = view.findings().trustScore();
        if (score == null) {
            return null;
        }
        ReviewContext context = view.subject().context();
        boolean known = context != null && context.policyVersion().equals(score.policyVersion());
        return new SubmissionView.Trust(formats.figure(score.score()), Shown.of(known ? "" : score.policyVersion()),
                score.breakdown().stream().map(part -> part(part, formats)).toList(), said.others(score.reasoning()));
    }

    private static SubmissionView.Part part(ScorePart part, Formats formats) {
        Double points = part.points();
        int share = points == null || part.weight() <= 0 ? -1
                : Math.clamp(Math.round(ALL * points / part.weight()), 0, ALL);
        return new SubmissionView.Part(Shown.of(part.component()), formats.figure(points), formats.figure(part.weight()),
                share, Shown.of(part.reason()));
    }

    private static SubmissionView.@Nullable Verdict verdict(CaseView view, Formats formats) {
        Findings.Verdict verdict = view.findings().verdict();
        return verdict == null ? null
                : new SubmissionView.Verdict(verdict.ruling(), formats.figure(verdict.score()), verdict.jurors(),
                        shown(verdict.reasons()), JuryFigures.of(view, formats));
    }

    private static List<SubmissionView.Figures> figures(CaseView view, Formats formats) {
        return Stream.of(Stage.values()).flatMap(stage -> view.current(stage).stream())
                .filter(attempt -> !attempt.outcome().metrics().isEmpty())
                .map(attempt -> figures(attempt, formats)).toList();
    }

    private static SubmissionView.Figures figures(StageAttempt attempt, Formats formats) {
        return new SubmissionView.Figures(attempt.key().stage(), attempt.outcome().metrics().entrySet().stream()
                .map(metric -> new SubmissionView.Figure(Shown.of(metric.getKey()), formats.figure(metric.getValue())))
                .toList());
    }

    private static List<SubmissionView.Artifact> artifacts(CaseView view, Formats formats) {
        return view.trail().artifacts().stream()
                .map(each -> new SubmissionView.Artifact(Shown.of(each.artifact().name()),
                        new SubmissionView.From(each.from().stage(), each.from().attempt()),
                        formats.size(each.artifact().size()), Digest.of(each.artifact().digest()),
                        view.trail().wandb().holds(each.artifact().digest())))
                .toList();
    }

    private static List<Shown> shown(List<String> texts) {
        return texts.stream().map(Shown::of).toList();
    }
}
