package dev.touchstone.review.pages.agents;

import dev.touchstone.review.agents.Change;
import dev.touchstone.review.agents.Comparison.Kind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of an agent says, in English; Japanese is in {@code messages/agent_ja.properties}. */
@MessageBundle("agent")
interface AgentMessages {

    @Message("Agent")
    String title();

    @Message("As JSON")
    String json();

    @Message("Baseline")
    String baseline();

    @Message("Revision {revision} is what is published and what others are measured against.")
    String baselineIs(String revision);

    @Message("Nothing of this agent is published yet.")
    String noBaseline();

    @Message("Not known now: submission-service does not say.")
    String baselineUnknown();

    @Message("Scores over revisions")
    String trend();

    @Message("Reviews")
    String reviews();

    @Message("Only the last {count} are listed.")
    String cut(int count);

    @Message("Revision")
    String revision();

    @Message("Begun")
    String begun();

    @Message("State")
    String state();

    @Message("Trust")
    String trust();

    @Message("Verdict")
    String verdict();

    @Message("Decision")
    String decision();

    @Message("Two revisions side by side")
    String compare();

    @Message("From")
    String left();

    @Message("To")
    String right();

    @Message("Compare")
    String show();

    @Message("There are no two revisions to compare.")
    String nothingToCompare();

    @Message("From {left} to {right}, {better} figures got better and {worse} got worse.")
    String summary(String left, String right, long better, long worse);

    @Message("Figure")
    String figure();

    @Message("Change")
    String change();

    @Message("{#when change}{#is BETTER}better{#is WORSE}worse{#is SAME}same{#is OTHER}changed{#is UNKNOWN}cannot be compared{/when}")
    String changed(Change change);

    @Message("{#when kind}{#is TRUST}Trust score{#is COMPONENT}Points of the trust score{#is STAGE_SCORE}Score{#is VERDICT_SCORE}"
            + "Score of the jury{#is DURATION}Duration{#is METRIC}Metric{/when}")
    String kind(Kind kind);
}
