package dev.touchstone.review.pages;

import dev.touchstone.events.Decision;
import dev.touchstone.events.Severity;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.pages.submission.StepStatus;
import dev.touchstone.review.pages.submission.Tab;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every text of the pages, in English; {@code messages/msg_ja.properties} holds the Japanese. */
@MessageBundle
public interface Messages {

    // Frame

    @Message("Skip to the content")
    String skip();

    @Message("Agent reviews")
    String tagline();

    @Message("Language")
    String language();

    @Message("Times are UTC.")
    String times();

    @Message("This page shows something new.")
    String updated();

    @Message("This review has changed. Load the page again when you have finished writing; what you wrote is still here.")
    String changed();

    @Message("Page not found")
    String notFound();

    @Message("There is no such page, or no event of such a submission has been seen yet.")
    String notFoundWhy();

    @Message("Not taken")
    String otherOrigin();

    @Message("The form was not sent from this site's own page. Open the review here and send it again.")
    String otherOriginWhy();

    @Message("Something went wrong here")
    String failed();

    @Message("Nothing was lost: what was recorded stays recorded. Please try again in a moment.")
    String failedWhy();

    @Message("Back to the queue")
    String toQueue();

    @Message("Not for your role")
    String forbidden();

    @Message("You are known here, but your role does not allow this.")
    String forbiddenWhy();

    // Signing in

    @Message("Operators' pages")
    String places();

    @Message("Dead letters")
    String deadLetters();

    @Message("Runs")
    String waitingRuns();

    @Message("Signed in as")
    String signedIn();

    @Message("{#when role}{#is 'submitter'}submitter{#is 'reviewer'}reviewer{#is 'operator'}operator{#is 'auditor'}auditor"
            + "{#else}no role{/when}")
    String role(String role);

    @Message("Sign out")
    String signOut();

    // Words

    @Message("{#when state}{#is AWAITING_DECISION}Awaits a decision{#is IN_REVIEW}In review{#is PUBLISHED}Published"
            + "{#is REJECTED}Rejected{#is CANCELLED}Cancelled{/when}")
    String state(CaseState state);

    @Message("{#when stage}{#is PRECHECK}Precheck{#is SECURITY}Security{#is FUNCTIONAL}Functional{#is JUDGE}Judge"
            + "{#is HUMAN}Human{#is PUBLISH}Publish{/when}")
    String stage(Stage stage);

    @Message("{#when status}{#is PENDING}to come{#is REQUESTED}requested{#is RUNNING}running{#is WAITING}waiting"
            + "{#is COMPLETED}completed{#is FAILED}failed{#is SKIPPED}skipped{#is SUPERSEDED}to run again"
            + "{#is STALLED}stalled{#is CANCELLED}stopped{/when}")
    String status(StepStatus status);

    @Message("{#when severity}{#is INFO}info{#is WARN}warning{#is ERROR}error{/when}")
    String severity(Severity severity);

    @Message("{#when decision}{#is APPROVED}Approved{#is REJECTED}Rejected{/when}")
    String decision(Decision decision);

    @Message("{#when ruling}{#is APPROVE}Approve{#is MANUAL}Left to a person{#is REJECT}Reject{/when}")
    String ruling(Ruling ruling);

    @Message("{#when tab}{#is OVERVIEW}Overview{#is SECURITY}Security{#is FUNCTIONAL}Functional{#is JUDGE}Judge{#is LEDGER}Ledger"
            + "{#is TIMELINE}Timeline{/when}")
    String tab(Tab tab);

    @Message("Pages of this review")
    String pagesOfReview();

    @Message("Attempt")
    String attempt();

    @Message("Round")
    String round();

    @Message("Revision")
    String revision();

    @Message("Agent")
    String agent();

    @Message("Score")
    String score();

    @Message("Time")
    String time();

    @Message("Reason")
    String reason();

    @Message("Stage")
    String stageWord();

    @Message("not measured")
    String notMeasured();

    @Message("Search")
    String search();

    @Message("Trust score")
    String trustScore();

    // Submission

    @Message("All reviews")
    String allReviews();

    @Message("Rounds")
    String rounds();

    @Message("This is round {round} of {count}, as it stood when the next began.")
    String pastRound(int round, int count);

    @Message("To the current round")
    String toCurrentRound();

    @Message("Verdict of the jury")
    String verdict();

    @Message("No verdict yet.")
    String noVerdict();

    @Message("Digest")
    String digest();

}
