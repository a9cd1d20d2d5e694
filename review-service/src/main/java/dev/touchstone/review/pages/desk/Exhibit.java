package dev.touchstone.review.pages.desk;

import java.util.List;

import dev.touchstone.events.Stage;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.submission.Tab;

/**
 * One piece of evidence.
 *
 * @param figures that its sentence names
 * @param passages what was asked, said and thought, word for word
 * @param place where it is, below the address of the review; empty for the page of its stage as a whole
 */
public record Exhibit(Claim claim, Stage stage, Figures figures, List<Passage> passages, String place) {

    public Exhibit {
        passages = List.copyOf(passages);
    }

    /** In the order of the sentence; empty text where one was not told or is not needed. */
    public record Figures(String one, String two) {

        static final Figures NONE = new Figures("", "");
    }

    public record Passage(Part part, Shown text) {
    }

    /** Which part somebody had in it. */
    public enum Part {
        PROMPT,
        EXPECTED,
        ANSWER,
        JUROR,
        REASON
    }

    static Exhibit of(Claim claim, Stage stage, Figures figures) {
        return new Exhibit(claim, stage, figures, List.of(), "");
    }

    Exhibit because(String reason) {
        return reason.isBlank() ? this
                : new Exhibit(claim, stage, figures, List.of(new Passage(Part.REASON, Shown.of(reason))), place);
    }

    /** The same with the case that shows it best, where that is known. */
    Exhibit shownBy(List<Witness> witnesses) {
        return witnesses.stream().filter(witness -> witness.isOf(this)).findFirst()
                .map(witness -> new Exhibit(claim, stage, figures, witness.passages(), witness.place())).orElse(this);
    }

    /** The page that holds more of it. */
    public Tab tab() {
        return switch (stage) {
            case SECURITY -> Tab.SECURITY;
            case FUNCTIONAL -> Tab.FUNCTIONAL;
            case JUDGE -> Tab.JUDGE;
            case PRECHECK, HUMAN, PUBLISH -> Tab.TIMELINE;
        };
    }

    /**
     * The one case that shows a claim best.
     *
     * @param place where it is, below the address of the review
     */
    record Witness(Claim claim, Stage stage, List<Passage> passages, String place) {

        boolean isOf(Exhibit exhibit) {
            return claim == exhibit.claim && stage == exhibit.stage;
        }
    }
}
