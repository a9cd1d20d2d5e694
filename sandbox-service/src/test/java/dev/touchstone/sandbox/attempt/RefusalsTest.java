package dev.touchstone.sandbox.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.sandbox.FailureCode;

class RefusalsTest {

    private final StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY,
            Samples.agent(URI.create("https://me:key@agent.example:8443/a2a?key=1")));

    @Test
    void refusalsAreToldOnceForEachCodeWithTheirCalls() {
        // Given
        Report transcript = transcript(ended(FailureCode.PRIVATE_ADDRESS, "first"),
                ended(FailureCode.PRIVATE_ADDRESS, "second"),
                ended(FailureCode.TIMEOUT, "slow"), ended(null, ""), ended(FailureCode.CIRCUIT_OPEN, "down"), Map.of());
        // When
        List<EgressRefused> refusals = Refusals.in(request, List.of(transcript));
        // Then
        assertEquals(List.of(new EgressRefused("private_address", "https://agent.example:8443", "first", 2),
                new EgressRefused("circuit_open", "https://agent.example:8443", "down", 1)), refusals);
    }

    @Test
    void withoutATranscriptNothingIsTold() {
        assertEquals(List.of(), Refusals.in(request, List.of(Report.json("security_summary.json", Map.of()))));
    }

    private static Map<String, Object> ended(@Nullable FailureCode code, String detail) {
        Transcript.Failure failure = code == null ? null : new Transcript.Failure(code.code(), detail, List.of());
        return Map.of("case", Map.of("id", "x"), "transcript", new Transcript(List.of(), failure, List.of()));
    }

    private static Report transcript(Object... cases) {
        return TranscriptFile.of(Stage.SECURITY, EventJson.mapper().createObjectNode(), List.of(cases));
    }
}
