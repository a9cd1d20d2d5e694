package dev.touchstone.telemetry.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.StageStatement.VerdictManual;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.events.testing.Samples;

class ConsoleEncodingTest {

    @Test
    void saysWhenWhichAttemptAndWhatHappened() {
        assertEquals("2026-11-01T12:00:00.123456 security #2 info: has started",
                ConsoleEncoding.encode(Samples.event(Samples.review(), Stage.SECURITY, 2, 5, new Started())));
    }

    @Test
    void marksWhatWentWrong() {
        assertEquals("ERROR 2026-11-01T12:00:00.123456 security #1 error: has failed with gate_failed: it leaked; score 0.25",
                line(new Failed("gate_failed", List.of("it leaked"), false, null, Map.of("score", 0.25))));
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        // Given
        Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
        metrics.put("score", null);
        metrics.put("cases", 40.0);

        // Then
        assertTrue(line(new Completed(JsonNodeFactory.instance.objectNode(), metrics, List.of("slow")))
                .endsWith("info: has completed; cases 40; warnings: slow"));
        assertTrue(line(new VerdictManual(null, List.of(), 3)).endsWith("warn: the jury of 3 leaves it to a person"));
        assertTrue(line(new TrustScoreCalculated(82.5, List.of(new ScorePart("security", 30, 27.0, "x"),
                new ScorePart("judge", 20, null, "y")), List.of(), "policy-1"))
                .endsWith("info: trust score 82.5 by policy-1: security 27 of 30, judge not measured of 20"));
    }

    @Test
    void saysWhatTheWayOutRefused() {
        assertTrue(line(new EgressRefused("private_address", "https://a.example", "loopback", 12))
                .endsWith("warn: 12 calls to https://a.example refused with private_address: loopback"));
        assertTrue(line(new EgressRefused("bad_url", null, "it is not a URL", 1))
                .endsWith("warn: 1 call refused with bad_url: it is not a URL"));
    }

    @Test
    void writesOutWhatATerminalObeysOrAReaderCannotSee() {
        // When
        String line = line(Failed.unmeasured("x", List.of("a\r\nb\u001b[31mred\u202eevil\u2028\u200bend\ud800"), false));

        // Then
        assertTrue(line.endsWith("x: a\\u{d}\\u{a}b\\u{1b}[31mred\\u{202e}evil\\u{2028}\\u{200b}end\\u{d800}"), line);
        assertEquals(1, line.lines().count());
    }

    @Test
    void leavesTextOfAnyLanguageAsItIs() {
        assertEquals("審査 ✅ é 😀", ConsoleEncoding.visible("審査 ✅ é 😀"));
    }

    @Test
    void cutsWhatIsTooLongBetweenTwoCharacters() {
        // When
        String line = line(new UnknownBody("😀".repeat(3_000), JsonNodeFactory.instance.objectNode()));
        String shifted = line(new UnknownBody("x" + "😀".repeat(3_000), JsonNodeFactory.instance.objectNode()));

        // Then
        for (String each : List.of(line, shifted)) {
            assertTrue(each.length() <= 4_096 && each.length() > 4_080, () -> each.length() + "");
            assertTrue(each.endsWith("😀..."), each);
        }
    }

    @Test
    void namesTheEventThatALedgerEntryRecords() {
        // Given
        UUID event = UUID.randomUUID();

        // Then
        assertTrue(line(new LedgerAppended(3, "ab".repeat(32), event)).endsWith("ledger entry 3 records event " + event));
    }

    private static String line(EventBody body) {
        return ConsoleEncoding.encode(Samples.event(Samples.review(), Stage.SECURITY, 1, 5, body));
    }
}
