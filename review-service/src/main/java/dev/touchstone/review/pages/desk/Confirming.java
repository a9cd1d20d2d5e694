package dev.touchstone.review.pages.desk;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Decision;
import dev.touchstone.events.LlmSettingsReader;
import dev.touchstone.events.LlmSettingsReading;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Shown;
import dev.touchstone.review.human.DecisionOutcome;
import dev.touchstone.review.pages.desk.Confirmation.Consequence;
import dev.touchstone.review.pages.submission.LlmWords;
import dev.touchstone.review.pages.submission.Scene;
import dev.touchstone.review.pages.submission.Step;

/** Shapes what a form leads to that would be taken. */
final class Confirming {

    private Confirming() {
    }

    static Confirmation decision(Scene scene, Form form, DecisionOutcome outcome) {
        Decision decision = Decision.of(form.value("decision"));
        CaseView.Question question = scene.view().course().question();
        Stage next = question == null || decision == Decision.REJECTED ? null : DeskShaping.next(question.sourceStage());
        return new Confirmation(new Confirmation.Deciding(decision, consequence(decision, outcome), next), null,
                Shown.of(form.value("notes")), Confirmation.fields(form.again()));
    }

    private static Consequence consequence(Decision decision, DecisionOutcome outcome) {
        if (outcome instanceof DecisionOutcome.AwaitsSecond) {
            return Consequence.WAITS_FOR_SECOND;
        }
        return switch (decision) {
            case APPROVED -> Consequence.GOES_ON;
            case REJECTED -> Consequence.ENDS;
        };
    }

    static Confirmation retry(Scene scene, Form form) {
        Stage stage = Stage.of(form.value("stage"));
        List<Step> givenUp = Step.of(scene.view(), scene.now(), scene.formats()).stream()
                .filter(step -> step.attempt() > 0 && !step.stage().isBefore(stage)).toList();
        return new Confirmation(null, new Confirmation.Rerun(stage, givenUp, llm(form.retry().path("llmOverride"))),
                Shown.of(form.value("reason")), Confirmation.fields(form.again()));
    }

    /** Read once more, not shown as it was sent: only what will be asked for is worth confirming. */
    private static Shown llm(JsonNode wish) {
        return LlmSettingsReader.read(wish) instanceof LlmSettingsReading.Usable(var settings) ? LlmWords.of(settings)
                : Shown.of("");
    }
}
