package dev.touchstone.review.pages.timeline;

import java.util.List;

import dev.touchstone.events.Severity;
import dev.touchstone.events.Stage;
import dev.touchstone.review.Shown;

/**
 * The events of a review as their page shows them.
 *
 * @param lines the newest first
 * @param events how many there are; the lines are the newest of them
 */
record TimelineView(List<Line> lines, int events) {

    public boolean isCut() {
        return events > lines.size();
    }

    record Line(Stage stage, int attempt, Severity severity, What what, When when) {
    }

    record What(Shown name, Shown telling, Shown data, Shown actor) {
    }

    record When(String time, long sequence) {
    }
}
