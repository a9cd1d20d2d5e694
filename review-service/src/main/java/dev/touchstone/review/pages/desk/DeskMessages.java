package dev.touchstone.review.pages.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the first page of a review says, in English; Japanese is in {@code messages/desk_ja.properties}. */
@MessageBundle("desk")
interface DeskMessages {

    // The question

    @Message("{#when asking}{#is GATE_FAILED}{stage} did not pass its gate. May this revision go on all the same?"
            + "{#is NOT_LOOKED}{stage} could not look closely enough. May this revision go on without that?"
            + "{#is JURY_OPEN}The jury left it open. Shall this revision be published?"
            + "{#is JURY_REJECTS}The jury rejects. Shall this revision be published all the same?"
            + "{#is POLICY}The jury approves, but the policy asks for a person. Shall this revision be "
            + "published?{/when}")
    String asks(Asking asking, String stage);

    @Message("Why, in the words of the stages")
    String inItsWords();

    @Message("Waiting for {age}")
    String waiting(String age);

    @Message("{#when how}{#is RUNNING}Nobody is asked at the moment."
            + "{#is STALLED}Nobody is asked at the moment, and the review does not move."
            + "{#is PUBLISHED}Published. Nothing is left to decide."
            + "{#is REJECTED}Rejected. Nothing is left to decide."
            + "{#is CANCELLED}Its submitter withdrew it. Nothing is left to decide."
            + "{#is PAST}An earlier round: it is shown as it stood, and nothing is asked in it any more.{/when}")
    String standing(Desk.How how);

    @Message("{stage} is under way.")
    String underWay(String stage);

    @Message("{stage} was last heard of at {since}; it is asked for again by itself.")
    String silent(String stage, String since);

    @Message("due in {span}")
    String dueIn(String span);

    @Message("overdue by {span}")
    String overdueBy(String span);

    @Message("{who} looks after it until {until}")
    String heldBy(String who, String until);

    @Message("You look after it until {until}")
    String heldByYou(String until);

    @Message("Claimed by nobody")
    String heldByNobody();

    @Message("Next case")
    String next();

    @Message("No other case of this filter waits for you.")
    String noNext();

    @Message("Back to the queue")
    String toQueue();

    // Evidence

    @Message("What tells most")
    String tellingTitle();

    @Message("Chosen by rule: what speaks against the likely outcome comes first, then what the agent did, then how "
            + "well it was looked at.")
    String tellingHint();

    @Message("A stage's report is still being fetched. Look again in a moment for the cases themselves.")
    String underway();

    @Message("No stage has ended yet, so there is nothing to tell.")
    String nothingTelling();

    @Message("{#when claim}{#is LEAKED}A secret leaked in {one}{#if two} of {two}{/if} cases"
            + "{#is CRITICAL}Critical safety issue in {one}{#if two} of {two}{/if} answers"
            + "{#is WENT_ASTRAY}{one} calls were led to where none may go"
            + "{#is COMPLIED}{one}{#if two} of {two}{/if} attacks got through"
            + "{#is ANSWERS_REJECTED}The jury rejects {one}{#if two} of {two}{/if} answers"
            + "{#is FAILED}{one}{#if two} of {two}{/if} scenarios failed"
            + "{#is JURY_REJECTS}The jury rejects{#if two}, with {two} of 100 points{/if}"
            + "{#is SUSPECTED}{one}{#if two} of {two}{/if} attacks may have got through"
            + "{#is OVER_REFUSED}{one} % of harmless requests were refused"
            + "{#is MAY_END_OTHERWISE}Another run may end otherwise"
            + "{#is CONFOUNDED}{one} % of the jury's samples came from another model than was asked for"
            + "{#is UNANSWERED}{one}{#if two} of {two}{/if} cases have no answer"
            + "{#is NOT_MEASURED}Not measured: up to {two} points of the score are unknown"
            + "{#is DISAGREE}The jurors hardly agree (α {one})"
            + "{#is UNCLEAR}{one}{#if two} of {two}{/if} answers are unclear and nobody has read them"
            + "{#is ORDER_SWAYS}The order of the material moves scores by {one} of 100 points"
            + "{#is WARNED}It ended with a warning"
            + "{#is JURY_SAYS}The jury left it open{#if two}, with {two} of 100 points{/if}"
            + "{#is STAGE_SAYS}It did not pass{#is WEAKEST}The weakest part of the score: {one} of {two} points"
            + "{#is JURY_APPROVES}The jury approves{#if two}, with {two} of 100 points{/if}"
            + "{#is ATTACKS_BLOCKED}None of {one} attacks got through"
            + "{#is SCENARIOS_PASSED}{one}{#if two} of {two}{/if} scenarios passed and none failed{/when}")
    String claim(Claim claim, String one, String two);

    @Message("{#when part}{#is PROMPT}Asked{#is ANSWER}Answered{#is EXPECTED}Expected{#is JUROR}Juror{#is REASON}Because{/when}")
    String part(Exhibit.Part part);

    @Message("Look at it: {stage}")
    String more(String stage);

    // Deciding

    @Message("A decision is needed")
    String decisionNeeded();

    @Message("To the decision")
    String toForm();

    @Message("Your decision")
    String yourDecision();

    @Message("Approve")
    String approve();

    @Message("Reject")
    String reject();

    @Message("The review goes on: {stage} comes next.")
    String approveMeans(String stage);

    @Message("The review ends without publication.")
    String rejectMeans();

    @Message("Against the jury: needs notes and a second reviewer.")
    String againstJury();

    @Message("You had a stage run again: needs notes and a second reviewer.")
    String afterAgain();

    @Message("Notes")
    String notes();

    @Message("Why? The agent's maker and auditors read this.")
    String notesHint();

    @Message("Continue")
    String goOn();

    @Message("The next page shows what it leads to. Nothing is recorded before you confirm.")
    String goOnHint();

    @Message("{#when leave}"
            + "{#is OWN_ORGANIZATION}This is your own organisation's submission: somebody of another organisation "
            + "decides.{#else}A reviewer decides. Your role looks on.{/when}")
    String notYours(Leave leave);

    // Two reviewers

    @Message("A second reviewer is needed")
    String secondNeeded();

    @Message("{by} says: {decision}{#if against}, against the jury's verdict{/if}.")
    String proposed(String by, String decision, boolean against);

    @Message("Somebody else must agree. You can still decide otherwise.")
    String ownProposal();

    @Message("If you agree, that is the decision. If you decide otherwise, yours is.")
    String theirProposal();

    @Message("You agree: together it overrides the jury.")
    String agree();

    // Confirmation

    @Message("Is this what you want?")
    String confirmTitle();

    @Message("Your decision about {agent}, revision {revision}")
    String willDecide(String agent, String revision);

    @Message("Run again for {agent}, revision {revision}")
    String willRerun(String agent, String revision);

    @Message("{#when consequence}"
            + "{#is GOES_ON}The review goes on{#if stage}: {stage} comes next{/if}. The first decision counts and "
            + "stays in the ledger under your name; it cannot be taken back here."
            + "{#is ENDS}The review ends without publication. The first decision counts and stays in the ledger under "
            + "your name; it cannot be taken back here."
            + "{#is WAITS_FOR_SECOND}It waits until another reviewer agrees: nobody decides alone against the jury's verdict, "
            + "or approves alone what they had run again. "
            + "Your name, time and notes are shown to them.{/when}")
    String consequence(Confirmation.Consequence consequence, String stage);

    @Message("Your notes")
    String yourNotes();

    @Message("No notes.")
    String noNotes();

    @Message("Confirm: {decision}")
    String confirmDecision(String decision);

    @Message("Change it")
    String change();

    @Message("Leave it undecided")
    String leaveIt();

    @Message("Leave it as it is")
    String leaveAsIs();

    // Decided

    @Message("Decision")
    String decisionTitle();

    @Message("Taken. The events will tell of it in a moment.")
    String untold();

    @Message("{#when taken}{#is DECISION}Your decision is recorded."
            + "{#is PROPOSAL}Your word is kept. It counts as soon as another reviewer agrees."
            + "{#is RETRY}Taken: the stage was asked for again.{#else}{/when}")
    String taken(Puts.Taken taken);

    @Message("{#when refusal}{#is INVALID}Not taken: please look at these fields."
            + "{#is CHANGED}Not taken: the case has changed since you looked. What you wrote is kept below; please "
            + "look again.{#is ALREADY_DECIDED}Not taken: somebody decided before."
            + "{#is OWN_AGREEMENT}Not taken: you cannot be the second reviewer of your own word."
            + "{#is CLAIMED_BY_ANOTHER}Not taken yet: another reviewer looks after this case, until the time shown. Tick below to "
            + "decide all the same."
            + "{#is NOTHING_PENDING}Not taken: nobody is asked about this review now."
            + "{#is VERDICT_UNKNOWN}Not taken yet: the jury's verdict has not come here. Look again in a moment."
            + "{#is ALREADY_ASKED}Not taken: somebody already asked for this stage again."
            + "{#is HAS_NOT_RUN}Not taken: this stage has not run in this round."
            + "{#is REVIEW_ENDED}Not taken: the review has ended."
            + "{#is OWN_ORGANIZATION}Not taken: this is your own organisation's submission.{/when}")
    String refusal(Puts.Refusal refusal);

    @Message("Decide although another reviewer looks after this case")
    String despiteClaim();

    // What the stages found

    @Message("Stages")
    String stages();

    @Message("since {time}")
    String since(String time);

    @Message("How long the stages took")
    String durations();

    @Message("{#when component}{#is 'security'}Security{#is 'functional'}Functional{#is 'judge'}Judge"
            + "{#is 'implementation'}Implementation{#else}{component}{/when}")
    String component(String component);

    @Message("Up to 100 points, by the weights of the operator's policy. What was not measured gives no points, and "
            + "is not counted as zero.")
    String trustMeans();

    @Message("No score yet: it is calculated when the judge has ruled.")
    String noTrust();

    @Message("of {weight}")
    String ofWeight(String weight);

    @Message("Jurors")
    String jurors();

    @Message("To the jury's votes and reasons")
    String toJudge();

    @Message("What the policy says")
    String policySays();

    @Message("Warnings")
    String warnings();

    @Message("No warnings.")
    String noWarnings();

    @Message("Every figure of the stages")
    String allFigures();

    @Message("By the names that the W&B run has for them. A dash was not measured.")
    String allFiguresHint();

    // Facts and files

    @Message("Facts of this submission")
    String factsTitle();

    @Message("Submission")
    String submission();

    @Message("Organisation")
    String organization();

    @Message("Endpoint")
    String endpoint();

    @Message("Parts that may hold keys are not shown")
    String endpointCut();

    @Message("Source")
    String source();

    @Message("Policy")
    String policy();

    @Message("Artifacts")
    String artifacts();

    @Message("Files that the stages made. The digest names a file by its content.")
    String artifactsMean();

    @Message("No files yet.")
    String noArtifacts();

    @Message("File")
    String file();

    @Message("Size")
    String size();
}
