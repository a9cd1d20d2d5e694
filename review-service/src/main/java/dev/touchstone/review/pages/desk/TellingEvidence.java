package dev.touchstone.review.pages.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.desk.Claim.Leaning;
import dev.touchstone.review.pages.desk.Exhibit.Figures;
import dev.touchstone.review.pages.desk.Exhibit.Witness;

/** Chooses what somebody should read first who has a minute. */
final class TellingEvidence {

    static final int SHOWN = 3;
    /** A third one of the same stage would crowd out what another stage has to say. */
    private static final int OF_ONE_STAGE = 2;

    private TellingEvidence() {
    }

    /**
     * The most telling first; fewer than {@link #SHOWN} where there is no more to say.
     *
     * @param timeline of the round
     * @param witnesses the cases that show claims best, as far as they are known
     */
    static List<Exhibit> of(CaseView view, List<StageEvent> timeline, List<Witness> witnesses, Formats formats) {
        Outlook outlook = Outlook.of(view);
        Said said = asked(view);
        List<Exhibit> ranked = claims(view, timeline, formats)
                .sorted(Comparator.comparingInt((Exhibit each) -> each.claim().tells(outlook)).reversed())
                .filter(each -> adds(each, said)).toList();
        List<Exhibit> chosen = new ArrayList<>();
        choose(ranked, chosen, each -> isRoomFor(each, chosen));
        // Where the others have nothing to say, one stage may say more.
        choose(ranked, chosen, each -> !chosen.contains(each) && !isRepeated(each, chosen));
        return ranked.stream().filter(chosen::contains).map(each -> each.shownBy(witnesses)).toList();
    }

    private static void choose(List<Exhibit> ranked, List<Exhibit> chosen, Predicate<Exhibit> fits) {
        for (Exhibit each : ranked) {
            if (chosen.size() < SHOWN && fits.test(each)) {
                chosen.add(each);
            }
        }
    }

    private static Said asked(CaseView view) {
        CaseView.Question question = view.course().question();
        return new Said().and(question == null ? "" : question.reason());
    }

    private static Stream<Exhibit> claims(CaseView view, List<StageEvent> timeline, Formats formats) {
        return Stream.of(StageClaims.security(Measured.of(view, Stage.SECURITY, formats)),
                StageClaims.functional(Measured.of(view, Stage.FUNCTIONAL, formats)), StageClaims.told(view, timeline),
                JuryClaims.jury(Measured.of(view, Stage.JUDGE, formats)), JuryClaims.verdict(view, formats),
                JuryClaims.trust(view, formats), warnings(view)).flatMap(each -> each);
    }

    private static Stream<Exhibit> warnings(CaseView view) {
        return Stream.of(Stage.values()).flatMap(stage -> Measured.ended(view, stage).stream())
                .filter(attempt -> !attempt.outcome().warnings().isEmpty())
                .map(attempt -> Exhibit.of(Claim.WARNED, attempt.key().stage(), Figures.NONE)
                        .because(String.join(" ", attempt.outcome().warnings())));
    }

    /** Words of a stage or of the jury that the question repeats anyhow are no evidence besides. */
    private static boolean adds(Exhibit exhibit, Said said) {
        return exhibit.claim().leaning() != Leaning.NEITHER
                || exhibit.passages().stream().anyMatch(passage -> !said.holds(passage.text().text()));
    }

    /** What only sums a stage up adds nothing to what is said of it already, nor do the same words twice. */
    private static boolean isRoomFor(Exhibit next, List<Exhibit> chosen) {
        long ofStage = chosen.stream().filter(each -> each.stage() == next.stage()).count();
        return !isRepeated(next, chosen) && ofStage < (next.claim().leaning() == Leaning.NEITHER ? 1 : OF_ONE_STAGE);
    }

    private static boolean isRepeated(Exhibit next, List<Exhibit> chosen) {
        return !next.passages().isEmpty() && chosen.stream().anyMatch(each -> each.passages().equals(next.passages()));
    }
}
