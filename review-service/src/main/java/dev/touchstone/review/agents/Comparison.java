package dev.touchstone.review.agents;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.StageAttempt;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Two reviews of one agent, figure by figure: from {@code left}, the earlier as a rule, to {@code right}. */
public record Comparison(CaseView left, CaseView right, List<Row> rows) {

    private static final String SCORE = "score";

    /** What is compared. */
    public enum Kind {
        TRUST,
        COMPONENT,
        STAGE_SCORE,
        VERDICT_SCORE,
        DURATION,
        METRIC;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One figure of both. Scores are as in the events, durations in seconds.
     *
     * @param stage null where it is about the whole review
     * @param name of a component or metric, else empty
     * @param left null where it was not measured, as {@code right}
     */
    @RegisterForReflection
    public record Row(Kind kind, @Nullable Stage stage, String name, @Nullable Double left, @Nullable Double right,
            Change change) {
    }

    public Comparison {
        rows = List.copyOf(rows);
    }

    public static Comparison of(CaseView left, CaseView right) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(Kind.TRUST, null, "", trust(left), trust(right), Change.Good.MORE));
        components(left, right).forEach(name -> rows.add(
                row(Kind.COMPONENT, null, name, points(left, name), points(right, name), Change.Good.MORE)));
        rows.add(row(Kind.VERDICT_SCORE, Stage.JUDGE, "", verdict(left), verdict(right), Change.Good.MORE));
        for (Stage stage : Stage.values()) {
            rows.add(row(Kind.STAGE_SCORE, stage, "", score(left, stage), score(right, stage), Change.Good.MORE));
            // A person takes the time that it takes.
            rows.add(row(Kind.DURATION, stage, "", seconds(left, stage), seconds(right, stage),
                    stage == Stage.HUMAN ? Change.Good.NEITHER : Change.Good.LESS));
            metrics(left, right, stage).forEach(name -> rows.add(
                    row(Kind.METRIC, stage, name, metric(left, stage, name), metric(right, stage, name), Change.Good.NEITHER)));
        }
        return new Comparison(left, right, rows.stream().filter(row -> row.left() != null || row.right() != null).toList());
    }

    /** How many figures, besides durations, went this way. */
    public long count(Change change) {
        return rows.stream().filter(row -> row.kind() != Kind.DURATION && row.change() == change).count();
    }

    private static Row row(Kind kind, @Nullable Stage stage, String name, @Nullable Double left, @Nullable Double right,
            Change.Good good) {
        return new Row(kind, stage, name, left, right, Change.between(left, right, good));
    }

    static @Nullable Double trust(CaseView view) {
        TrustScoreCalculated trust = view.findings().trustScore();
        return trust == null ? null : trust.score();
    }

    private static Set<String> components(CaseView left, CaseView right) {
        Set<String> names = new LinkedHashSet<>();
        for (CaseView view : List.of(left, right)) {
            TrustScoreCalculated trust = view.findings().trustScore();
            if (trust != null) {
                trust.breakdown().forEach(part -> names.add(part.component()));
            }
        }
        return names;
    }

    private static @Nullable Double points(CaseView view, String component) {
        TrustScoreCalculated trust = view.findings().trustScore();
        if (trust == null) {
            return null;
        }
        for (ScorePart part : trust.breakdown()) {
            if (part.component().equals(component)) {
                return part.points();
            }
        }
        return null;
    }

    private static @Nullable Double verdict(CaseView view) {
        Findings.Verdict verdict = view.findings().verdict();
        return verdict == null ? null : verdict.score();
    }

    /** The stage's own score, 0 to 1; null where the stage told none. */
    static @Nullable Double score(CaseView view, Stage stage) {
        return metric(view, stage, SCORE);
    }

    private static Set<String> metrics(CaseView left, CaseView right, Stage stage) {
        Set<String> names = new TreeSet<>();
        for (CaseView view : List.of(left, right)) {
            view.current(stage).ifPresent(attempt -> names.addAll(attempt.outcome().metrics().keySet()));
        }
        names.remove(SCORE);
        return names;
    }

    private static @Nullable Double metric(CaseView view, Stage stage, String name) {
        Map<String, @Nullable Double> metrics = view.current(stage).map(attempt -> attempt.outcome().metrics())
                .orElse(Map.of());
        return metrics.get(name);
    }

    private static @Nullable Double seconds(CaseView view, Stage stage) {
        StageAttempt.Times times = view.current(stage).map(StageAttempt::times).orElse(null);
        Instant from = times == null ? null : times.startedAt() == null ? times.requestedAt() : times.startedAt();
        Instant to = times == null ? null : times.endedAt();
        return from == null || to == null ? null : Duration.between(from, to).toMillis() / 1000.0;
    }
}
