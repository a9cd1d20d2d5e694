package dev.touchstone.review.pages.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.touchstone.events.Stage;
import dev.touchstone.review.Shown;
import dev.touchstone.review.artifacts.rows.Point;
import dev.touchstone.review.pages.desk.Exhibit.Part;
import dev.touchstone.review.pages.desk.Exhibit.Passage;
import dev.touchstone.review.pages.desk.Exhibit.Witness;

/** Finds, among the worst lines of the stages' reports, the one that shows each claim best. */
final class Witnesses {

    private Witnesses() {
    }

    /**
     * @param points of each stage the worst first
     */
    static List<Witness> of(List<Point> points) {
        return Stream.of(first(points, Claim.LEAKED, Stage.SECURITY, ended("leaked")),
                first(points, Claim.COMPLIED, Stage.SECURITY, ended("complied")),
                first(points, Claim.UNCLEAR, Stage.SECURITY, ended("needs_review")),
                first(points, Claim.UNANSWERED, Stage.SECURITY, ended("error").or(ended("not_executed"))),
                first(points, Claim.FAILED, Stage.FUNCTIONAL, ended("fail")),
                first(points, Claim.UNCLEAR, Stage.FUNCTIONAL, ended("needs_review")),
                first(points, Claim.UNANSWERED, Stage.FUNCTIONAL, ended("error").or(ended("not_executed"))),
                first(points, Claim.CRITICAL, Stage.JUDGE, Witnesses::isCritical),
                first(points, Claim.ANSWERS_REJECTED, Stage.JUDGE, ended("reject")),
                first(points, Claim.DISAGREE, Stage.JUDGE, point -> !point.dissents().isEmpty())).flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Witness> first(List<Point> points, Claim claim, Stage stage, Predicate<Point> shows) {
        return points.stream().filter(point -> point.stage() == stage && shows.test(point)).findFirst()
                .map(point -> new Witness(claim, stage, passages(point), point.place()));
    }

    private static Predicate<Point> ended(String outcome) {
        return point -> point.outcome().equals(outcome);
    }

    private static boolean isCritical(Point point) {
        return point.dissents().stream().anyMatch(Point.Dissent::critical);
    }

    /** What was asked and answered; why it ended so where there is no answer to read. */
    private static List<Passage> passages(Point point) {
        Point.Texts texts = point.texts();
        return Stream.of(new Passage(Part.PROMPT, texts.asked()), new Passage(Part.EXPECTED, texts.expected()),
                new Passage(Part.ANSWER, texts.said()), new Passage(Part.JUROR, dissent(point)),
                new Passage(Part.REASON, texts.said().isEmpty() ? texts.reason() : Shown.of("")))
                .filter(passage -> !passage.text().isEmpty()).toList();
    }

    /** A critical vote before any other one. */
    private static Shown dissent(Point point) {
        return point.dissents().stream().filter(Point.Dissent::critical).findFirst()
                .or(() -> point.dissents().stream().findFirst())
                .map(dissent -> Shown.of(dissent.juror() + ": " + (dissent.vote().isEmpty() ? "–" : dissent.vote())))
                .orElse(Shown.of(""));
    }
}
