package dev.touchstone.review.pages.desk;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import dev.touchstone.events.Actor;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.StageEvent;
import dev.touchstone.review.Shown;
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.human.LlmOffer;
import dev.touchstone.review.pages.submission.LlmWords;
import dev.touchstone.review.pages.submission.Scene;
import dev.touchstone.review.pages.submission.Step;

/** Shapes what can be run again, and with which LLM. */
final class AgainShaping {

    private AgainShaping() {
    }

    static Again shape(Scene scene, List<Step> steps, LlmOffer offer) {
        boolean ended = scene.told().isPast() || scene.view().course().state().isTerminal();
        boolean may = !ended && Leave.of(scene.reader(), scene.view()).retries();
        return new Again(may ? steps.stream().filter(step -> step.attempt() > 0).toList() : List.of(), presets(scene, offer),
                offer(offer), Seen.attempts(scene.view()));
    }

    private static List<Again.Preset> presets(Scene scene, LlmOffer offer) {
        Stream<Again.Preset> submitted = scene.told().events().stream().map(Timeline.Entry::event)
                .flatMap(AgainShaping::suggested).distinct().limit(1).map(each -> preset(Again.From.SUBMITTER, each));
        return Stream.concat(submitted,
                offer.jurors().stream().flatMap(AgainShaping::settings).map(each -> preset(Again.From.OPERATOR, each)))
                .toList();
    }

    /** What the submission asked for; what a person asked for later is a wish of theirs. */
    private static Stream<LlmSettings> suggested(StageEvent event) {
        return event.body() instanceof Requested request && request.llmJudge() != null
                && event.origin().actor().kind() != Actor.Kind.PERSON ? Stream.of(request.llmJudge()) : Stream.empty();
    }

    private static Stream<LlmSettings> settings(LlmOffer.Juror juror) {
        try {
            return Stream
                    .of(new LlmSettings(null, juror.provider(), juror.model(), null, null, URI.create(juror.baseUrl()), null));
        } catch (IllegalArgumentException noAddress) {
            return Stream.empty();
        }
    }

    private static Again.Preset preset(Again.From from, LlmSettings settings) {
        return new Again.Preset(from, Presets.value(settings), LlmWords.of(settings));
    }

    private static Again.Offer offer(LlmOffer offer) {
        List<String> models = offer.allowed().models();
        List<String> known = models == null ? offer.jurors().stream().map(LlmOffer.Juror::model).distinct().toList() : models;
        return new Again.Offer(offer.isKnown(), offer.jurors().stream().map(AgainShaping::juror).toList(),
                known.stream().map(Shown::of).toList(), offer.allowed().addresses().stream().map(Shown::of).toList(),
                models == null);
    }

    private static Shown juror(LlmOffer.Juror juror) {
        return Shown.of(juror.name() + ": " + String.join(" · ", juror.provider(), juror.model(), juror.baseUrl()));
    }
}
