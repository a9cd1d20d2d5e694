package dev.touchstone.review.pages.queue;

import dev.touchstone.review.cases.QueueFacet;
import dev.touchstone.review.cases.QueueSection;
import dev.touchstone.review.cases.ReasonKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the queue, in English; {@code messages/queue_ja.properties} holds the Japanese. */
@MessageBundle("queue")
public interface QueueMessages {

    @Message("Reviews")
    String title();

    @Message("{#when group}{#is WAITING}Awaiting a decision{#is RUNNING}In review{#is ENDED}Ended{/when}")
    String group(QueueSection group);

    @Message("{#when group}{#is WAITING}Nothing waits for a person.{#is RUNNING}No review is running."
            + "{#is ENDED}No review has ended yet.{/when}")
    String emptyGroup(QueueSection group);

    @Message("No review here fits what you chose.")
    String nothingFits();

    @Message("Organisation")
    String organization();

    @Message("Agent, revision, submission or W&B run")
    String searchHint();

    @Message("Show all")
    String clear();

    @Message("Further reviews")
    String more();

    @Message("{age} ago")
    String ago(String age);

    @Message("{#when wanted}{#is ALL}All{#is OVERDUE}Overdue{#is MINE}Mine{#is UNCLAIMED}Nobody's{#is SECOND}Need a second reviewer"
            + "{/when}")
    String wanted(QueueView.Wanted wanted);

    @Message("Often wanted")
    String presets();

    @Message("Why a decision is needed")
    String reasons();

    @Message("{#when kind}{#is SECURITY_GATE}Security tests not passed{#is SECURITY_UNFINISHED}Security tests did not finish"
            + "{#is FUNCTIONAL_GATE}Functional tests not passed{#is FUNCTIONAL_UNFINISHED}Functional tests did not finish"
            + "{#is JURY_UNDECIDED}Jury left it open{#is JURY_UNFINISHED}Jury gave no verdict"
            + "{#is POLICY}Policy asks for a person{#is PRECHECK_UNFINISHED}Precheck did not finish"
            + "{#is PUBLISH_UNFINISHED}Publishing did not finish{#is OTHER}Other reason"
            + "{#is SECOND_REVIEWER}Second reviewer needed{/when}")
    String reason(ReasonKind kind);

    @Message("{who} decided. Another reviewer must agree.")
    String proposed(String who);

    @Message("The decision is taken and will be shown in a moment.")
    String answered();

    @Message("Filters")
    String filters();

    @Message("Apply")
    String apply();

    @Message("The address of this page holds your filters: bookmark it to come back to them.")
    String bookmark();

    @Message("any")
    String any();

    @Message("Not understood, and left out:")
    String ignored();

    @Message("{#when facet}{#is TEXT}Search{#is STATE}State{#is STAGE}Stage that asks{#is REASON}Reason{#is CLAIMED}Claimed by"
            + "{#is OVERDUE}Overdue{#is ORGANIZATION}Organisation{#is VERDICT}Verdict of the jury{#is SORT}Order{/when}")
    String facet(QueueFacet facet);

    @Message("{#when value}{#is 'awaiting_decision'}awaits a decision{#is 'in_review'}in review{#is 'published'}published"
            + "{#is 'rejected'}rejected{#is 'cancelled'}cancelled{#is 'ended'}ended{#is 'precheck'}precheck"
            + "{#is 'security'}security{#is 'functional'}functional{#is 'judge'}judge{#is 'human'}human{#is 'publish'}publish"
            + "{#is 'me'}me{#is 'nobody'}nobody{#is 'others'}others{#is 'true'}yes{#is 'approve'}approve"
            + "{#is 'manual'}left to a person{#is 'reject'}reject{#is 'none'}none{#is 'oldest'}longest waiting first"
            + "{#is 'newest'}newest first{#is 'agent'}by agent{#else}{value}{/when}")
    String option(String value);

    @Message("overdue by {time}")
    String overdueBy(String time);

    @Message("due in {time}")
    String dueIn(String time);

    @Message("Claim")
    String claim();

    @Message("Release")
    String release();

    @Message("Give to")
    String assign();

    @Message("Reviewer")
    String reviewer();

    @Message("Give")
    String give();

    @Message("You look after this until {until}")
    String yours(String until);

    @Message("{who} looks after this until {until}")
    String theirs(String who, String until);

    @Message("{#when refusal}{#is CLAIMED_BY_ANOTHER}Not taken: somebody else looks after this case."
            + "{#is NOTHING_PENDING}Not taken: nobody is asked about this review now."
            + "{#is OWN_ORGANIZATION}Not taken: this is the submission of the reviewer's own organisation."
            + "{#is INVALID}Not taken: please look at this.{/when}")
    String refusal(QueueView.Refusal refusal);

    @Message("Keyboard shortcuts")
    String keys();

    @Message("next review")
    String keyNext();

    @Message("previous review")
    String keyPrevious();

    @Message("open")
    String keyOpen();

    @Message("claim or release")
    String keyClaim();

    @Message("this list")
    String keyHelp();

    @Message("Use single-key shortcuts on this device")
    String keysOn();
}
