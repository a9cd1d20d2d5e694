package dev.touchstone.review.ledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were made to confuse or to exhaust whoever checks them. */
class HostileExportTest {

    private static final Trust NOBODY = new Trust(List.of(), List.of(), List.of());
    private static final Limits LIMITS = new Limits(1_000, 100);
    private static final int GIGABYTE = 1 << 30;

    private final String export = Log.of(3).whole().text();

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "\"text\"", "{}", "{\"format\":1}", "{\"format\":\"other/9\"}",
            "{\"format\":\"touchstone-ledger-export/1\"}", "\u0000", "{\"format\":\"a\",\"format\":\"b\"}" })
    void whatIsNoExportIsRefused(String text) {
        assertThrows(NotAnExport.class, () -> verify(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"range\":{\"from\":0,\"to\":3}|\"range\":[]",
            "\"range\":{\"from\":0,\"to\":3}|\"range\":{\"from\":3,\"to\":0}",
            "\"range\":{\"from\":0,\"to\":3}|\"range\":{\"from\":0,\"to\":99999999999999999999}",
            "\"range\":{\"from\":0,\"to\":3}|\"range\":{\"from\":0,\"to\":3.0}",
            "\"range\":{\"from\":0,\"to\":3}|\"range\":{\"from\":0,\"to\":3},\"submission\":{\"id\":\"a\",\"count\":1}",
            "\"range\":{\"from\":0,\"to\":3}|\"submission\":{\"id\":7,\"count\":1}",
            "\"checkpoint\":|\"checkpoint\":[],\"was\":",
            "\"checkpoint\":|\"checkpoint\":\"a\",\"checkpoint\":",
            "\"key\":|\"key\":{},\"was\":",
            "\"entries\":|\"entries\":{},\"was\":",
            "\"index\":1,|\"index\":\"1\",",
            "\"index\":1,|\"index\":-1,",
            "\"index\":1,|\"index\":1,\"index\":1,",
            "\"proof\":|\"proof\":[1],\"was\":",
            "\"proof\":|\"proof\":[[\"a\"]],\"was\":" })
    void aMemberOfAnotherFormIsRefusedWithItsPlace(String what, String instead) {
        // Given
        String changed = export.replace(what, instead);
        assertFalse(changed.equals(export), "nothing was changed");
        // When
        NotAnExport refusal = assertThrows(NotAnExport.class, () -> verify(changed));
        // Then
        assertTrue(refusal.why().contains("line") || refusal.why().contains("both"), refusal.why());
    }

    @Test
    void somethingBehindTheObjectIsRefused() {
        assertThrows(NotAnExport.class, () -> verify(export + "{}"));
    }

    @Test
    void membersInAnotherOrderAreTheSameExport() throws Exception {
        // Given
        String entries = export.substring(export.indexOf("\"entries\""), export.lastIndexOf('}'));
        String rest = export.substring(1, export.indexOf(",\"entries\""));
        // When
        Report report = verify("{" + entries + "," + rest + "}");
        // Then
        assertTrue(report.isValid(), report.faults().toString());
    }

    @Test
    void membersThatNobodyKnowsAreNoFault() throws Exception {
        assertTrue(verify(export.replace("{\"format\"", "{\"remark\":{\"by\":[\"Ada\"]},\"format\"")).isValid());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"remark\":%s", "{\"checkpoint\":%s", "{\"entries\":[{\"entry\":%s" })
    void nestingWithoutAnEndIsRefused(String begin) {
        assertThrows(NotAnExport.class, () -> verify(begin.formatted("[".repeat(100_000))));
    }

    @Test
    void anEntryOfDeepNestingIsOneThatCannotBeRead() throws Exception {
        // Given
        ExportFile file = Log.of(3).whole().change(1, "\"entry number 1\"", "[".repeat(5_000) + "]".repeat(5_000), true);
        // When
        List<Fault> faults = Verifier.verify(file.source(), NOBODY, LIMITS).faults();
        // Then
        assertTrue(faults.stream().anyMatch(fault -> fault instanceof Fault.Malformed malformed && malformed.index() == 1),
                faults.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "[]", "7", "\"\"", "{}", "{\"index\":1}",
            "{\"index\":1e999999999,\"submissionId\":\"a\",\"previousHash\":\"a\",\"previousOfSubmission\":\"a\"}",
            "{\"index\":[],\"submissionId\":{},\"previousHash\":null,\"previousOfSubmission\":7}" })
    void aTextThatIsNoEntryIsNamed(String text) throws Exception {
        // Given
        ExportFile file = Log.of(3).whole();
        file.items.set(1, new Export.Item(1, Hashes.leaf(text), text, null));
        // When
        List<Fault> faults = Verifier.verify(file.source(), NOBODY, LIMITS).faults();
        // Then
        assertTrue(faults.stream().anyMatch(fault -> fault instanceof Fault.Malformed malformed && malformed.index() == 1),
                faults.toString());
    }

    @Test
    void aGapOfMillionsOfEntriesIsOneFault() throws Exception {
        // Given
        String sparse = export.replace("\"range\":{\"from\":0,\"to\":3}", "\"range\":{\"from\":0,\"to\":9000000000000000000}");
        // When
        Report report = verify(sparse);
        // Then
        assertTrue(report.faults().contains(new Fault.Truncated(3, 9_000_000_000_000_000_000L)), report.faults().toString());
    }

    @Test
    void moreEntriesThanAReaderTakesOnAreRefused() {
        assertThrows(NotAnExport.class, () -> Verifier.verify(Log.of(11).whole().source(), NOBODY, new Limits(10, 100)));
    }

    /** No memory is needed for it: the test's own heap is smaller than the line. */
    @ParameterizedTest
    @ValueSource(strings = { "{\"checkpoint\":\"", "{\"", "{\"entries\":[{\"index\":", "{\"entries\":[{\"entry\":\"" })
    void aLineOfAGigabyteIsRefused(String begin) {
        // When
        NotAnExport refusal = assertThrows(NotAnExport.class, () -> Verifier.verify(() -> endless(begin), NOBODY, LIMITS));
        // Then
        assertFalse(refusal.why().contains("1111"), refusal.why());
    }

    @Test
    void aRefusalRepeatsNothingOfTheFile() {
        assertEquals(false, assertThrows(NotAnExport.class, () -> verify("{\"secret-word\u001b[31m")).why()
                .contains("secret-word"));
    }

    private static InputStream endless(String begin) {
        InputStream ones = new InputStream() {
            private int left = GIGABYTE;

            @Override
            public int read() {
                return left-- > 0 ? '1' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                int count = Math.min(length, left);
                Arrays.fill(bytes, from, from + count, (byte) '1');
                left -= count;
                return count > 0 || length == 0 ? count : -1;
            }
        };
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(begin.getBytes(StandardCharsets.UTF_8)), ones)));
    }

    private static Report verify(String text) throws Exception {
        return Verifier.verify(ExportFile.source(text), NOBODY, LIMITS);
    }
}
