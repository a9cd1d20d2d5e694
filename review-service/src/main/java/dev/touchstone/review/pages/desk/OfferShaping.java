package dev.touchstone.review.pages.desk;

import java.util.List;

import dev.touchstone.review.Shown;
import dev.touchstone.review.human.LlmOffer;

/** Shapes which LLMs the judge may be asked for. */
final class OfferShaping {

    private OfferShaping() {
    }

    static SubmissionView.Offer shape(LlmOffer offer) {
        List<String> models = offer.allowed().models();
        List<String> known = models == null ? offer.jurors().stream().map(LlmOffer.Juror::model).distinct().toList() : models;
        return new SubmissionView.Offer(offer.isKnown(), offer.jurors().stream().map(OfferShaping::juror).toList(),
                known.stream().map(Shown::of).toList(), offer.allowed().addresses().stream().map(Shown::of).toList(),
                models == null);
    }

    private static Shown juror(LlmOffer.Juror juror) {
        return Shown.of(juror.name() + ": " + String.join(" · ", juror.provider(), juror.model(), juror.baseUrl()));
    }
}
