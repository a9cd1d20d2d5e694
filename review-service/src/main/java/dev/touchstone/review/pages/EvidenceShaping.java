package dev.touchstone.review.pages;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.Shown;

/** Shapes what the stages found. */
final class EvidenceShaping {

    private static final int ALL = 100;

    private EvidenceShaping() {
    }

    static SubmissionView.Evidence shape(CaseView view) {
        Findings findings = view.findings();
        List<SubmissionView.Artifact> artifacts = view.trail().artifacts().stream()
                .map(each -> new SubmissionView.Artifact(Shown.of(each.artifact().name()), each.from().stage(),
                        each.from().attempt(), Formats.size(each.artifact().size()),
                        Shaping.digest(each.artifact().digest())))
                .toList();
        return new SubmissionView.Evidence(trust(findings.trustScore()), verdict(findings.verdict()),
                shown(findings.policy()), shown(view.warnings()), artifacts);
    }

    private static SubmissionView.@Nullable Trust trust(@Nullable TrustScoreCalculated score) {
        return score == null ? null
                : new SubmissionView.Trust(Formats.figure(score.score()), Shown.of(score.policyVersion()),
                        score.breakdown().stream().map(EvidenceShaping::part).toList(), shown(score.reasoning()));
    }

    private static SubmissionView.Part part(ScorePart part) {
        Double points = part.points();
        int share = points == null || part.weight() <= 0 ? -1
                : Math.clamp(Math.round(ALL * points / part.weight()), 0, ALL);
        return new SubmissionView.Part(Shown.of(part.component()), Formats.figure(points), Formats.figure(part.weight()),
                share, Shown.of(part.reason()));
    }

    private static SubmissionView.@Nullable Verdict verdict(Findings.@Nullable Verdict verdict) {
        return verdict == null ? null
                : new SubmissionView.Verdict(verdict.ruling(), Formats.figure(verdict.score()), verdict.jurors(),
                        shown(verdict.reasons()));
    }

    private static List<Shown> shown(List<String> texts) {
        return texts.stream().map(Shown::of).toList();
    }
}
