package dev.touchstone.review.pages.evidence;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of evidence say, in English; Japanese is in {@code messages/evidence_ja.properties}. */
@MessageBundle("evidence")
public interface EvidenceMessages {

    @Message("{#when outcome}{#is 'blocked'}refused{#is 'complied'}complied{#is 'leaked'}leaked{#is "
            + "'partial'}partly{#is 'needs_review'}needs review{#is 'error'}no answer{#is 'not_executed'}not "
            + "asked{#is 'pass'}passed{#is 'fail'}failed{#is 'answered'}answered{#is 'failed'}failed{#is "
            + "'approve'}approve{#is 'manual'}left to a person{#is 'reject'}reject{#is 'unclear'}unclear{#is "
            + "'silent'}no opinion{#is ''}–{#else}{outcome}{/when}")
    String outcome(String outcome);

    @Message("Attempts of this stage")
    String attempts();

    @Message("{#when cause}{#is MISSING}This attempt has left no such file yet.{#is UNDERWAY}The file is "
            + "being read in. This page looks again by itself; without script, load it again in a moment.{#is "
            + "UNRECORDED}Reads of this file are recorded, and this one could not be. It is not shown; please "
            + "try again later.{#is UNAVAILABLE}The file cannot be had now:{/when}")
    String noLines(Sift.Cause cause);

    @Message("lines: {count}")
    String lines(int count);

    @Message("the whole file")
    String asFile();

    @Message("download")
    String download();

    @Message("{count} lines could not be read and are not among those below")
    String faulty(int count);

    @Message("Line {number}")
    String lineNumber(int number);

    @Message("The file goes on behind the {lines} lines that are shown here. Download it to see the rest.")
    String goesOn(int lines);

    @Message("{#when name}{#is 'outcome'}Outcome{#is 'category'}Category{#is 'language'}Language{#else}Juror "
            + "who disagrees{/when}")
    String choice(String name);

    @Message("all")
    String all();

    @Message("Order")
    String order();

    @Message("the worst first")
    String worstFirst();

    @Message("as in the file")
    String inOrder();

    @Message("Show")
    String apply();

    @Message("Only line {line} is shown.")
    String onlyLine(int line);

    @Message("{matching} of {all} lines fit.")
    String matching(int matching, int all);

    @Message("Show all")
    String showAll();

    @Message("No line fits.")
    String nothingFits();

    @Message("Pages of lines")
    String pages();

    @Message("previous")
    String previous();

    @Message("next")
    String next();

    @Message("{from} to {to} of {all}")
    String fromTo(int from, int to, int all);

    @Message("Who has read these files")
    String readers();

    @Message("Files that may hold secrets; the last twenty reads. What somebody reads on pages within ten "
            + "minutes is one read.")
    String readersHint();

    @Message("All reads, as JSON")
    String readersJson();

    @Message("Reader")
    String reader();

    @Message("How")
    String how();

    @Message("{#when way}{#is 'page'}page{#is 'summary'}first page, in short{#else}download{/when}")
    String way(String way);

    @Message("What the security gate found")
    String security();

    @Message("{#when key}{#is 'score'}score{#is 'attempted'}cases{#is 'blocked'}refused{#is "
            + "'complied'}complied{#is 'leaked'}leaked{#is 'partial'}partly{#is 'needsReview'}needs review{#is "
            + "'suspected'}suspected{#is 'errors'}no answer{#is 'notExecuted'}not asked{#is 'timeouts'}timed "
            + "out{#is 'harmlessAnswered'}harmless answered{#is 'harmlessRefused'}harmless refused{#is "
            + "'latencyP50Ms'}median latency, ms{#is 'latencyP95Ms'}95 % latency, ms{#is 'inputTokens'}tokens "
            + "in{#is 'outputTokens'}tokens out{#is 'attackSuccessRate'}Attacks that succeeded{#is "
            + "'overRefusalRate'}Harmless requests refused{#is 'refusalRate'}Attacks refused{#else}{key}{/when}")
    String figure(String key);

    @Message("95 % interval {low} to {high} %")
    String interval(String low, String high);

    @Message("Attacks that succeeded, by category, with 95 % intervals")
    String attacksByCategory();

    @Message("Attacks that succeeded, by language, with 95 % intervals")
    String attacksByLanguage();

    @Message("All counts by category and language")
    String allCounts();

    @Message("Cases")
    String cases();

    @Message("{#when expected}{#is 'refuse'}A good agent refuses.{#is 'comply'}A harmless request: a good "
            + "agent answers.{#is 'no-leak'}A good agent keeps the secret.{#else}{expected}{/when}")
    String expects(String expected);

    @Message("Prompt")
    String prompt();

    @Message("Answer")
    String answer();

    @Message("No answer.")
    String noAnswer();

    @Message("Only the beginning was kept; the answer had {length} characters.")
    String cutFrom(String length);

    @Message("Detectors saw")
    String seen();

    @Message("Classifier:")
    String classifier();

    @Message("grader:")
    String grader();

    @Message("{#when view}{#is 'for'}for the agent{#is 'against'}against it{#is 'open'}open{#is "
            + "'unclear'}unclear{#is 'not_asked'}not asked{#is 'missing'}no usable answer{#else}{view}{/when}")
    String view(String view);

    @Message("What functional accuracy found")
    String functional();

    @Message("{#when key}{#is 'score'}share that passed{#is 'scenarios'}scenarios{#is 'passes'}passed{#is "
            + "'needsReview'}needs review{#is 'fails'}failed{#is 'responsesWithError'}no answer{#is "
            + "'notExecuted'}not asked{#is 'averageDistance'}mean distance{#is 'embeddingAverageDistance'}mean "
            + "distance by meaning{#is 'embeddingMaxDistance'}largest distance by meaning{#is "
            + "'latencyP50Ms'}median latency, ms{#is 'latencyP95Ms'}95 % latency, ms{#is 'turns'}turns{#is "
            + "'inputTokens'}tokens in{#is 'outputTokens'}tokens out{#else}{key}{/when}")
    String scenarioFigure(String key);

    @Message("Distance of answers from what was expected; 0 is the same")
    String distances();

    @Message("By use case")
    String useCases();

    @Message("Use case")
    String useCase();

    @Message("Distances by meaning are measured by {model}.")
    String measuredBy(String model);

    @Message("Scenarios")
    String scenarios();

    @Message("distance")
    String distance();

    @Message("by meaning")
    String byMeaning();

    @Message("by words")
    String byWords();

    @Message("Turn {number}")
    String turn(int number);

    @Message("Facts that are missing:")
    String missingFacts();

    @Message("{#when progress}{#is 'follows'}It follows what was said before.{#is 'repeats'}It repeats itself."
            + "{#is 'breaks_form'}It does not keep to the form that was asked for.{#else}{progress}{/when}")
    String progress(String progress);

    @Message("Question")
    String question();

    @Message("Expected")
    String expected();

    @Message("{percent} % of the expected words are in the answer, in their order. Struck out: only expected. "
            + "Underlined: only answered.")
    String common(int percent);

    @Message("Not compared word by word: the texts are long, or have next to nothing in common.")
    String notCompared();

    @Message("The jurors' scores of the answers below, of 100")
    String spread();

    @Message("Juror")
    String juror();

    @Message("Judges by")
    String mechanism();

    @Message("File")
    String file();

    @Message("Jurors")
    String jurors();

    @Message("Votes")
    String votes();

    @Message("Abstained")
    String abstentions();

    @Message("Nothing to judge by")
    String recusals();

    @Message("Samples differ")
    String unstable();

    @Message("Mean score")
    String meanScore();

    @Message("Served by")
    String servedBy();

    @Message("Criterion")
    String criterion();

    @Message("Prompts {prompts}, {samples} samples of each model, seed {seed}; digest of the prompts:")
    String method(String prompts, String samples, String seed);

    @Message("{#when key}{#is 'questions'}questions{#is 'approved'}approved{#is 'manual'}left to a person{#is "
            + "'rejected'}rejected{#is 'unanswered'}unanswered{#is 'criticalSafety'}critical for safety{#is "
            + "'fleissKappa'}Fleiss’ kappa{#is 'alphaOfScores'}alpha of scores{#is 'meanSpread'}mean spread"
            + "{#is 'maxSpread'}widest spread{#is 'flipShare'}verdicts that turn with the order{#is "
            + "'calls'}replies{#is 'inputTokens'}tokens in{#is 'outputTokens'}tokens out{#is 'cost'}cost, US "
            + "dollars{#else}{key}{/when}")
    String juryFigure(String key);

    @Message("Exchanges with the agent")
    String relay();

    @Message("What was sent to the agent for the judge, and what came back, without secrets.")
    String relayHint();

    @Message("Back to the verdict")
    String toVerdict();

    @Message("Request")
    String request();

    @Message("Response")
    String response();

    @Message("{#when problem}{#is 'NOT_SHOWN'}Files of this type are not shown here. Download it to look at it."
            + "{#is 'UNREADABLE'}This file, or this line, is not what it should be, and cannot be shown. "
            + "Download it to look at it.{/when}")
    String notShown(String problem);

    @Message("Value")
    String value();

    @Message("to the whole")
    String toWhole();

    @Message("{count} members")
    String members(int count);

    @Message("Not all of it fits on this page. Open a part of it, or download the file.")
    String treeCut();
}
