package dev.touchstone.review.pages.agents;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Shown;
import dev.touchstone.review.agents.Change;
import dev.touchstone.review.agents.Comparison.Kind;
import dev.touchstone.review.pages.charts.Trend;

/** An agent as its page shows it. */
record AgentView(Named agent, Base base, List<Line> reviews, Trend trend, @Nullable Compared compared) {

    AgentView {
        reviews = List.copyOf(reviews);
    }

    /**
     * @param address of the page, without a query
     * @param json of the same as JSON
     * @param cut whether older reviews are not here
     */
    record Named(Shown name, Shown agentId, String address, String json, boolean cut) {
    }

    /**
     * The baseline.
     *
     * @param known whether submission-service said anything
     * @param revision null where nothing is published
     */
    record Base(boolean known, @Nullable Shown revision, String trust, Shown since) {
    }

    /** One review. */
    record Line(String href, Shown revision, String begun, CaseState state, Scores scores, Concluded concluded) {
    }

    /** A dash for what was not measured. */
    record Scores(String trust, String security, String functional, String judge) {
    }

    /** @param baseline whether the revision is the baseline */
    record Concluded(@Nullable Ruling verdict, @Nullable Decision decision, boolean baseline) {
    }

    /** Two revisions side by side, and all that can be put there. */
    record Compared(Side left, Side right, List<Row> rows, Counts counts, List<Choice> choices) {
    }

    record Side(Line line, String revision) {
    }

    record Counts(long better, long worse) {
    }

    /** @param value the revision as it came, for the form */
    record Choice(String value, Shown shown) {
    }

    /**
     * @param by how much it changed, empty where that cannot be said
     */
    record Row(What what, String left, String right, Change change, String by) {
    }

    /** @param stage null where it is about the whole review */
    record What(Kind kind, @Nullable Stage stage, Shown name) {
    }
}
