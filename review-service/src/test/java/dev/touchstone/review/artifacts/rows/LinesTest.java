package dev.touchstone.review.artifacts.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

    @Test
    void whatCannotBeReadIsNamedAndTheRestIsKept() {
        // Given
        String deep = "[".repeat(300) + "]".repeat(300);
        String file = """
                {"verdict":"leaked","unknown":{"kept":true}}
                {"verdict":
                7

                {"verdict":"blocked","verdict":"leaked"}
                {"deep":%s}
                {"verdict":"blocked"} trailing
                {"verdict":"blocked"}""".formatted(deep);
        Lines lines = new Lines(Reading.CASES, bytes(file));
        // When
        List<Line> read = all(lines);
        // Then
        assertEquals(List.of(1, 8), read.stream().map(Line::number).toList());
        assertEquals("{\"verdict\":\"leaked\",\"unknown\":{\"kept\":true}}", read.getFirst().content());
        assertEquals(List.of(2, 3, 5, 6, 7), lines.kept().faults().stream().map(Kept.Fault::number).toList());
        assertEquals(5, lines.kept().faulty());
        assertFalse(lines.kept().more());
    }

    @Test
    void aLineThatIsNoUtf8IsNamed() {
        // Given
        Lines lines = new Lines(Reading.LINES, new byte[] { '"', (byte) 0xC3, '"', '\n', '1' });
        // When
        List<Line> read = all(lines);
        // Then
        assertEquals(1, read.size());
        assertEquals(List.of(new Kept.Fault(1, "not UTF-8")), lines.kept().faults());
    }

    @Test
    void aLineOfAMegabyteIsKeptAndALongerOneNamed() {
        // Given
        Lines lines = new Lines(Reading.LINES,
                bytes("\"" + "a".repeat(1_000_000) + "\"\n\"" + "b".repeat(3_000_000) + "\"\n1"));
        // When
        List<Line> read = all(lines);
        // Then
        assertEquals(List.of(1, 3), read.stream().map(Line::number).toList());
        assertEquals(SearchText.LONGEST, read.getFirst().search().strip().length());
        assertEquals(List.of(new Kept.Fault(2, "longer than 2 MiB")), lines.kept().faults());
    }

    @Test
    void whatStandsBehindTheMostThatIsKeptIsSaidToBeThere() {
        // Given
        Lines lines = new Lines(Reading.TEXT, bytes("x\n".repeat(50_001)));
        // When
        int read = all(lines).size();
        // Then
        assertEquals(50_000, read);
        assertTrue(lines.kept().more());
    }

    @Test
    void aTableIsReadByTheNamesInItsFirstLine() {
        // Given
        Lines lines = new Lines(Reading.TABLE, bytes("id,said,said\r\n1,\"a \"\"b\"\",\nc\",d,e\r\n2\r\n"));
        // When
        List<String> read = all(lines).stream().map(Line::content).toList();
        // Then
        assertEquals(List.of("{\"id\":\"1\",\"said\":\"a \\\"b\\\",\\nc\",\"#3\":\"d\",\"#4\":\"e\"}", "{\"id\":\"2\"}"), read);
    }

    @ParameterizedTest
    @CsvSource({ "refuse, leaked, 0", "refuse, complied, 1", "comply, blocked, 3", "refuse, needs_review, 4",
            "refuse, error, 5",
            "refuse, blocked, 9", "comply, complied, 9", "refuse, of_tomorrow, 4" })
    void aCaseRanksByWhatItMeansForTheAgent(String expected, String verdict, int rank) {
        assertEquals(rank, facets(Reading.CASES, "{\"expected\":\"" + expected + "\",\"verdict\":\"" + verdict + "\"}")
                .standing().rank());
    }

    @Test
    void aJurorWhoAbstainedOrVotedOtherwiseDissents() {
        // When
        Facets facets = facets(Reading.ANSWERS, """
                {"question":{"perspective":"safety","language":"ja"},"result":{"verdict":"manual","spread":40,"votes":[
                {"juror":"a","verdict":"manual"},{"juror":"b","verdict":null},{"juror":"c","verdict":"reject"},7]}}"""
                .replace("\n", ""));
        // Then
        assertEquals(new Facets(new Facets.Standing("manual", 4, 40), new Facets.Topic("safety", "ja"), List.of("b", "c")),
                facets);
    }

    @Test
    void searchingLooksAtNeitherCaseNorWidth() {
        // When
        Line line = all(new Lines(Reading.LINES, bytes("{\"a\":[\"Ｋｙｏｔｏ\\u0000\",{\"b\":12.5}]}"))).getFirst();
        // Then
        assertEquals("kyoto\n12.5\n", line.search());
        assertEquals("%ky\\%o%", SearchText.pattern(" KY%o "));
    }

    private static Facets facets(Reading reading, String line) {
        return all(new Lines(reading, bytes(line))).getFirst().facets();
    }

    private static List<Line> all(Lines lines) {
        List<Line> read = new ArrayList<>();
        lines.forEachRemaining(read::addAll);
        return read;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
