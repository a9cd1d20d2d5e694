package dev.touchstone.review.pages.desk;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.desk.Exhibit.Figures;

/** What can be claimed by the jury's verdict and by the trust score. */
final class JuryClaims {

    private static final double PERCENT = 100;
    /** Krippendorff's bound, below which nothing should be concluded. */
    private static final double RELIABLE = 0.667;
    /** Points of 100, by which the bundled policy lets a score drop before it asks a person. */
    private static final double SWAYING = 5;

    private JuryClaims() {
    }

    static Stream<Exhibit> jury(Measured measured) {
        double bias = Math.abs(measured.of("position_bias", 0));
        return Stream.of(measured.some(Claim.CRITICAL, "critical_safety", "questions"),
                measured.some(Claim.ANSWERS_REJECTED, "rejected", "questions"),
                measured.where(measured.isPositive("confounded"), Claim.CONFOUNDED,
                        measured.text(PERCENT * measured.of("fallback_share", 0)), ""),
                measured.where(measured.of("alpha", 1) < RELIABLE, Claim.DISAGREE, measured.text("alpha"), ""),
                measured.where(bias >= SWAYING, Claim.ORDER_SWAYS, measured.text(bias), "")).flatMap(each -> each);
    }

    static Stream<Exhibit> verdict(CaseView view, Formats formats) {
        Findings.Verdict verdict = view.findings().verdict();
        if (verdict == null) {
            return Stream.empty();
        }
        Claim claim = switch (verdict.ruling()) {
            case APPROVE -> Claim.JURY_APPROVES;
            case MANUAL -> Claim.JURY_SAYS;
            case REJECT -> Claim.JURY_REJECTS;
        };
        Figures figures = new Figures(formats.count(verdict.jurors()),
                verdict.score() == null ? "" : formats.figure(verdict.score()));
        return Stream.of(Exhibit.of(claim, Stage.JUDGE, figures).because(String.join(" ", verdict.reasons())));
    }

    /** Each component that nothing is known of, and of the others the one that gave the smallest share of its points. */
    static Stream<Exhibit> trust(CaseView view, Formats formats) {
        TrustScoreCalculated score = view.findings().trustScore();
        List<ScorePart> parts = score == null ? List.of() : score.breakdown();
        return Stream.concat(
                parts.stream().filter(part -> part.points() == null)
                        .map(part -> component(Claim.NOT_MEASURED, part, formats)),
                parts.stream().filter(part -> share(part) < 1).min(Comparator.comparingDouble(JuryClaims::share)).stream()
                        .map(part -> component(Claim.WEAKEST, part, formats)));
    }

    /** What was not measured is no small share. */
    private static double share(ScorePart part) {
        Double points = part.points();
        return points == null || part.weight() <= 0 ? 1 : points / part.weight();
    }

    private static Exhibit component(Claim claim, ScorePart part, Formats formats) {
        Figures figures = new Figures(part.points() == null ? "" : formats.figure(part.points()),
                formats.figure(part.weight()));
        return Exhibit.of(claim, stage(part), figures).because(part.reason());
    }

    /** The policy's components are named for the stages that they rest on; precheck measured the implementation. */
    private static Stage stage(ScorePart part) {
        return Stream.of(Stage.SECURITY, Stage.FUNCTIONAL, Stage.JUDGE).filter(stage -> stage.key().equals(part.component()))
                .findFirst().orElse(Stage.PRECHECK);
    }
}
