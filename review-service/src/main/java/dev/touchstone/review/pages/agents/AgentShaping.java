package dev.touchstone.review.pages.agents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.Shown;
import dev.touchstone.review.agents.AgentReviews;
import dev.touchstone.review.agents.Baseline;
import dev.touchstone.review.agents.Change;
import dev.touchstone.review.agents.Comparison;
import dev.touchstone.review.agents.Comparison.Kind;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Paths;
import dev.touchstone.review.pages.charts.Scale;
import dev.touchstone.review.pages.charts.Trend;

/** Shapes an agent. */
final class AgentShaping {

    private final AgentReviews reviews;
    private final Baseline baseline;
    private final Formats formats;

    AgentShaping(AgentReviews reviews, Baseline baseline, Formats formats) {
        this.reviews = reviews;
        this.baseline = baseline;
        this.formats = formats;
    }

    AgentView shape(Optional<Comparison> comparison) {
        String address = Paths.agent(reviews.agentId());
        return new AgentView(
                new AgentView.Named(Shown.of(reviews.displayName()), Shown.of(reviews.agentId()), address, "/review" + address,
                        reviews.cut()),
                base(), reviews.views().stream().map(this::line).toList(), trend(),
                comparison.map(this::compared).orElse(null));
    }

    private AgentView.Base base() {
        return switch (baseline) {
            case Baseline.Set set -> new AgentView.Base(true, Shown.of(set.revision()), formats.figure(set.trustScore()),
                    Shown.of(set.setAt()));
            case Baseline.None ignored -> new AgentView.Base(true, null, "", Shown.of(""));
            case Baseline.Unknown ignored -> new AgentView.Base(false, null, "", Shown.of(""));
        };
    }

    private AgentView.Line line(CaseView view) {
        Findings.Verdict verdict = view.findings().verdict();
        Findings.Decided decided = view.findings().decision();
        boolean isBaseline = baseline instanceof Baseline.Set set && set.revision().equals(revision(view));
        return new AgentView.Line("/submissions/" + view.submissionId(), Shown.of(revision(view)),
                formats.minute(view.course().startedAt()), view.course().state(),
                new AgentView.Scores(formats.figure(AgentReviews.trust(view)), score(view, Stage.SECURITY),
                        score(view, Stage.FUNCTIONAL), score(view, Stage.JUDGE)),
                new AgentView.Concluded(verdict == null ? null : verdict.ruling(), decided == null ? null : decided.decision(),
                        isBaseline));
    }

    private String score(CaseView view, Stage stage) {
        return formats.figure(AgentReviews.score(view, stage));
    }

    private static String revision(CaseView view) {
        return view.subject().review().revision();
    }

    private Trend trend() {
        List<CaseView> views = reviews.byRevision();
        return Trend.of(views.stream().map(view -> Shown.of(revision(view))).toList(), List.of(
                new Trend.Series(Shown.of("trust"), figures(views, AgentReviews::trust)),
                series(views, Stage.SECURITY), series(views, Stage.FUNCTIONAL), series(views, Stage.JUDGE)), Scale.of(0, 100));
    }

    private static Trend.Series series(List<CaseView> views, Stage stage) {
        return new Trend.Series(Shown.of(stage.key()), figures(views, view -> AgentReviews.score(view, stage)));
    }

    private interface Figure {

        @Nullable
        Double of(CaseView view);
    }

    private static List<@Nullable Double> figures(List<CaseView> views, Figure figure) {
        List<@Nullable Double> figures = new ArrayList<>();
        views.forEach(view -> figures.add(figure.of(view)));
        return figures;
    }

    private AgentView.Compared compared(Comparison comparison) {
        return new AgentView.Compared(side(comparison.left()), side(comparison.right()),
                comparison.rows().stream().map(this::row).toList(),
                new AgentView.Counts(comparison.count(Change.BETTER), comparison.count(Change.WORSE)),
                reviews.byRevision().stream().map(AgentShaping::revision)
                        .map(revision -> new AgentView.Choice(revision, Shown.of(revision))).toList());
    }

    private AgentView.Side side(CaseView view) {
        return new AgentView.Side(line(view), revision(view));
    }

    private AgentView.Row row(Comparison.Row row) {
        boolean both = row.left() != null && row.right() != null;
        return new AgentView.Row(new AgentView.What(row.kind(), row.stage(), Shown.of(row.name())),
                text(row.kind(), row.left()),
                text(row.kind(), row.right()), row.change(),
                both && row.change() != Change.SAME ? by(row.kind(), Objects.requireNonNull(row.left()), row.right()) : "");
    }

    private String by(Kind kind, double left, @Nullable Double right) {
        double difference = Objects.requireNonNull(right) - left;
        return (difference < 0 ? "−" : "+") + text(kind, Math.abs(difference));
    }

    private String text(Kind kind, @Nullable Double value) {
        return value != null && kind == Kind.DURATION ? formats.duration(Duration.ofMillis(Math.round(value * 1000)))
                : formats.figure(value);
    }
}
