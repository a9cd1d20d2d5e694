package dev.touchstone.review.pages.timeline;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Severity;
import dev.touchstone.events.Stage;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Moment;

/** The events of a review as their page shows them: those that fit what was asked, the newest first. */
record TimelineView(Asked asked, List<Line> lines, long count, Links links) {

    TimelineView {
        lines = List.copyOf(lines);
    }

    /** What the form was sent with; empty for all. */
    record Asked(String stage, String severity, Shown search) {

        public boolean isNarrow() {
            return !stage.isEmpty() || !severity.isEmpty() || !search.isEmpty();
        }

        public List<Stage> stages() {
            return List.of(Stage.values());
        }

        public List<Severity> severities() {
            return List.of(Severity.values());
        }
    }

    /**
     * Where the page leads.
     *
     * @param older null where there is nothing older
     * @param newest null where these are the newest
     * @param round of the address, empty for the current one
     */
    record Links(@Nullable String older, @Nullable String newest, String round) {
    }

    record Line(Stage stage, int attempt, Severity severity, What what, When when) {
    }

    record What(Shown name, Mark mark, Shown telling, Shown data, Shown actor) {
    }

    record When(Moment time, long sequence) {
    }
}
