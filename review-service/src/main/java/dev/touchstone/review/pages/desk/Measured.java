package dev.touchstone.review.pages.desk;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.review.AttemptStatus;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.desk.Exhibit.Figures;

/** The figures of one stage's result. A figure that is missing supports no claim: it is neither zero nor anything else. */
record Measured(Stage stage, Map<String, @Nullable Double> metrics, Formats formats) {

    /** Of the current attempt; of one that has not ended, or was given up, nothing counts. */
    static Measured of(CaseView view, Stage stage, Formats formats) {
        return new Measured(stage, ended(view, stage).map(attempt -> attempt.outcome().metrics()).orElse(Map.of()), formats);
    }

    static Optional<StageAttempt> ended(CaseView view, Stage stage) {
        return view.current(stage).filter(
                attempt -> attempt.status() == AttemptStatus.COMPLETED || attempt.status() == AttemptStatus.FAILED);
    }

    double of(String name, double otherwise) {
        Double value = metrics.get(name);
        return value == null ? otherwise : value;
    }

    boolean isPositive(String name) {
        return of(name, 0) > 0;
    }

    boolean isZero(String name) {
        return of(name, 1) == 0;
    }

    /** The claim that there were some, of how many. */
    Stream<Exhibit> some(Claim claim, String name, String all) {
        return where(isPositive(name), claim, text(name), text(all));
    }

    /** The claim, where what it rests on was measured so. */
    Stream<Exhibit> where(boolean measured, Claim claim, String one, String two) {
        return measured ? Stream.of(Exhibit.of(claim, stage, new Figures(one, two))) : Stream.empty();
    }

    /** Empty where it was not measured. */
    String text(String name) {
        Double value = metrics.get(name);
        return value == null ? "" : formats.figure(value);
    }

    String text(double figure) {
        return formats.figure(figure);
    }
}
