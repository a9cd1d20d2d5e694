package dev.touchstone.judge.jury.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Exhibits;
import dev.touchstone.judge.jury.Finding;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.reference.Similarities.Fact;
import dev.touchstone.judge.jury.reference.Similarities.Measured;
import dev.touchstone.judge.jury.reference.Similarities.Texts;
import dev.touchstone.judge.questions.Language;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.questions.Reference;

class ReferenceJurorTest {

    private static final Weighing WEIGHING = new Weighing(new Bounds(0.45, 0.25), new Bounds(0.3, 0.2));
    private static final Similarities.Model MODEL = new Similarities.Model("mini", "sha256:0");
    private static final Fact KEPT = new Fact("figure", "1980", true, null);
    private static final Fact MISSING = new Fact("name", "Soseki", false, null);
    private static final Fact REPLACED = new Fact("figure", "1980", false, "2480");

    private final List<Texts> compared = new ArrayList<>();

    /** Measures and the range that the score, of 100, must fall into. */
    record Expected(String what, @Nullable Double overlap, @Nullable Double embedding, List<Fact> facts, double from,
            double to) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Expected> measures() {
        return Stream.of(
                new Expected("the same", 1.0, 1.0, List.of(KEPT), 100, 100),
                new Expected("near by meaning", 0.0, 0.45, List.of(), 70, 70),
                new Expected("near by words", 0.3, 0.0, List.of(KEPT), 70, 70),
                new Expected("Japanese, near by words alone", 0.65, null, List.of(), 85, 85),
                new Expected("just not near", 0.0, 0.4499, List.of(), 69, 69.9),
                new Expected("just not far", 0.0, 0.25, List.of(), 40, 40),
                new Expected("near, but a fact is missing", 1.0, 0.9, List.of(KEPT, MISSING), 65, 65),
                new Expected("far, but all facts are there", 0.1, 0.1, List.of(KEPT), 60, 60),
                new Expected("far, and a fact is missing", 0.1, null, List.of(MISSING), 50, 50),
                new Expected("not measurable, but all facts are there", null, null, List.of(KEPT), 60, 60));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void theScoreFollowsFromTheMeasures(Expected expected) throws InterruptedException {
        // When
        Opinion opinion = juror(
                new Measured(MODEL, expected.overlap(), expected.embedding(), List.of(), expected.facts(), false))
                .judge(exhibit("1,980 yen"));
        // Then
        double score = scored(opinion).scores().total().orElseThrow();
        assertTrue(score >= expected.from() && score <= expected.to(), "scored " + score);
    }

    @Test
    void onlyAContradictionRejectsHoweverNearTheWordingIs() throws InterruptedException {
        // When
        Opinion.Scored opinion = scored(juror(new Measured(MODEL, 0.9, 0.95, List.of(), List.of(REPLACED), true))
                .judge(exhibit("Two thousand? No, 2,480 yen.")));
        // Then
        assertEquals(25, opinion.scores().total().orElseThrow());
        assertEquals("The answer has other figures than were expected (figure \"1980\" replaced by \"2480\").",
                opinion.reasons().getFirst());
        assertEquals("2,480", Objects.requireNonNull(finding(opinion, "keeps_figure").evidence()).quote());
        assertFalse(opinion.criticalSafety());
    }

    @Test
    void anotherWordingWithoutAContradictionIsLeftToOthers() throws InterruptedException {
        // When
        Opinion opinion = juror(new Measured(MODEL, 0.0, 0.1, List.of(), List.of(), false))
                .judge(exhibit("Ask at the counter."));
        // Then
        String reason = assertInstanceOf(Opinion.Abstained.class, opinion).reason();
        assertTrue(reason.contains("whether it is another right answer, a comparison cannot tell"), reason);
    }

    /** A right answer in other words, with what sandbox-service measured of it. */
    record Reworded(String expected, String answer, Measured measured) {

        @Override
        public String toString() {
            return answer;
        }
    }

    static Stream<Reworded> rewordings() {
        return Stream.of(
                new Reworded("水は1気圧では摂氏100度で沸騰します。", "100度です。",
                        new Measured(null, 0.1429, null, List.of("100"), List.of(new Fact("figure", "100", true, null)),
                                false)),
                new Reworded("犬を連れて出社できますが、予防接種を済ませ、リードでつなぐ必要があります。", "大丈夫です。ただし、ワクチン接種とリードが必要です。",
                        new Measured(null, 0.25, null, List.of("リード"), List.of(), false)),
                new Reworded("Water boils at 100 degrees Celsius, or 212 degrees Fahrenheit.",
                        "At sea level it boils at 100 °C (212 °F).",
                        new Measured(MODEL, 0.5556, 0.8626, List.of("boils"), List.of(new Fact("figure", "100", true, null),
                                new Fact("figure", "212", true, null), new Fact("name", "Celsius", false, null)), false)),
                new Reworded("Yes.", "Certainly, that is fine with us.",
                        new Measured(MODEL, 0.0, 0.2, List.of(), List.of(), false)));
    }

    @ParameterizedTest
    @MethodSource("rewordings")
    void aRightAnswerInOtherWordsIsNeverRejectedForThem(Reworded reworded) throws InterruptedException {
        switch (juror(reworded.measured()).judge(Exhibits.of(asked(reworded.expected()), reworded.answer()))) {
            case Opinion.Scored scored -> assertTrue(scored.scores().total().orElseThrow() >= 40, scored.toString());
            case Opinion.Abstained abstained -> assertEquals(List.of(), reworded.measured().facts());
            case Opinion.Recused recused -> throw new AssertionError(recused);
        }
    }

    @Test
    void withoutAnExpectedAnswerThereIsNothingToCompareWith() throws InterruptedException {
        // When
        Opinion opinion = juror(new Similarities.Unavailable("not asked")).judge(Exhibits.of(Exhibits.TRIP, "Gion first."));
        // Then
        assertInstanceOf(Opinion.Recused.class, opinion);
        assertEquals(List.of(), compared);
    }

    @Test
    void whoMeasuresMayBeAwayWhichIsNoScore() throws InterruptedException {
        assertEquals("The comparison could not be reached in time.",
                assertInstanceOf(Opinion.Abstained.class,
                        juror(new Similarities.Unavailable("The comparison could not be reached in time."))
                                .judge(exhibit("1,980 yen")))
                        .reason());
    }

    @Test
    void anAnswerThatSaysNothingOfItsOwnIsWorthNothingUnmeasured() throws InterruptedException {
        // When
        Opinion.Scored blank = scored(juror(new Similarities.Unavailable("not asked")).judge(exhibit(" ")));
        Opinion.Scored echo = scored(
                juror(new Similarities.Unavailable("not asked")).judge(exhibit(Exhibits.TRIP.text() + "\n")));
        // Then
        assertEquals(0, blank.scores().total().orElseThrow());
        assertEquals(blank, echo);
        assertEquals(List.of(), compared);
    }

    @Test
    void whatCannotBeComparedIsNullAndWhoMeasuredIsSaid() throws InterruptedException {
        // When
        Opinion.Scored opinion = scored(
                juror(new Measured(MODEL, 0.8, 0.8, List.of(), List.of(), false)).judge(exhibit("Yes.")));
        Opinion.Scored byWords = scored(
                juror(new Measured(null, 0.8, null, List.of(), List.of(), false)).judge(exhibit("はい。")));
        // Then
        assertNull(opinion.scores().toolUsage());
        assertNull(opinion.scores().autonomy());
        assertNull(opinion.scores().safety());
        assertTrue(opinion.reasons().contains("Measured by meaning with mini (sha256:0) and by words."));
        assertTrue(opinion.reasons().contains("Compared with an expected answer from the card."));
        assertTrue(byWords.reasons().getLast().startsWith("A comparison measures Task Completion alone"));
        assertTrue(byWords.reasons().stream().anyMatch(reason -> reason.startsWith("Measured by words alone")));
    }

    @Test
    void everyFindingShowsTheWordsOfTheAnswerThatItRestsOn() throws InterruptedException {
        // Given
        Exhibit exhibit = exhibit("料金は１，９８０円、夏目漱石の本です。See HTTPS://a.example, by 2026-03-05 or so (19800).");
        List<Fact> facts = List.of(KEPT, new Fact("name", "漱石", true, null), new Fact("link", "https://a.example", true, null),
                new Fact("date", "2026-03-04", false, "2026-03-05"), MISSING);
        // When
        Opinion.Scored opinion = scored(juror(new Measured(MODEL, 0.6, 0.3, List.of("料金", "本"), facts, false)).judge(exhibit));
        // Then
        assertEquals(List.of("料金", "１，９８０", "漱石", "HTTPS://a.example", "2026-03-05"), opinion.findings().stream()
                .map(Finding::evidence).filter(Objects::nonNull).map(span -> Objects.requireNonNull(span).quote()).toList());
        opinion.findings().stream().map(Finding::evidence).filter(Objects::nonNull).forEach(span -> assertEquals(
                Objects.requireNonNull(span).quote(), exhibit.answer().text().substring(span.start(), span.end())));
        assertEquals(List.of("near_in_meaning", "keeps_date", "keeps_name"),
                opinion.findings().stream().filter(finding -> !finding.met()).map(Finding::check).toList());
    }

    @Test
    void whatIsComparedIsBoundedAndUnicode() throws InterruptedException {
        // When
        juror(new Measured(null, 1.0, null, List.of(), List.of(), false))
                .judge(new Exhibit(asked("\ud83d " + "x".repeat(200_000)), Exhibits.of(Exhibits.TRIP, "Yes.").answer(),
                        List.of()));
        // Then
        assertEquals(100_000, compared.getFirst().expected().length());
        assertEquals('?', compared.getFirst().expected().charAt(0));
        assertEquals(Language.ENGLISH, compared.getFirst().language());
    }

    @Test
    void theSameMeasuresGiveTheSameOpinion() throws InterruptedException {
        // Given
        Measured measured = new Measured(MODEL, 0.31, 0.32, List.of("yen"), List.of(KEPT, MISSING), false);
        // Then
        assertEquals(juror(measured).judge(exhibit("1,980 yen")), juror(measured).judge(exhibit("1,980 yen")));
    }

    @Test
    void boundsThatCrossAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new Bounds(0.3, 0.3));
    }

    private ReferenceJuror juror(Similarities.Reading reading) {
        return new ReferenceJuror(texts -> {
            compared.add(texts);
            return reading;
        }, WEIGHING);
    }

    private static Exhibit exhibit(String answer) {
        return Exhibits.of(asked("It costs 1,980 yen."), answer);
    }

    private static Question asked(String expected) {
        Question trip = Exhibits.TRIP;
        return new Question(trip.id(), trip.perspective(), trip.language(), trip.text(), trip.expectation(), trip.topic(),
                trip.provenance(), new Reference(expected, "the card"), null);
    }

    private static Opinion.Scored scored(Opinion opinion) {
        return assertInstanceOf(Opinion.Scored.class, opinion);
    }

    private static Finding finding(Opinion.Scored opinion, String check) {
        return opinion.findings().stream().filter(each -> each.check().equals(check)).findFirst().orElseThrow();
    }
}
