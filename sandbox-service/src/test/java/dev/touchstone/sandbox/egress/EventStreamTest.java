package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.egress.EventStream.Progress;

class EventStreamTest {

    private final List<ServerSentEvent> read = new ArrayList<>();

    private final EventStream stream = stream(Integer.MAX_VALUE);

    @ParameterizedTest
    @ValueSource(strings = { "\n", "\r", "\r\n" })
    void eventsEndWithAnEmptyLineHoweverLinesEnd(String end) {
        // Given
        String text = "\ufeff: hello|data: a|data:  b|id: 7||event: done|data||event: nothing||data: cut off";
        // When
        take(stream, text.replace("|", end));
        // Then
        assertEquals(List.of(new ServerSentEvent("message", "a\n b"), new ServerSentEvent("done", "")), read);
    }

    @Test
    void aCharacterMayArriveInPieces() {
        // When every byte is a piece
        for (byte each : "data: 旅😀\r\n\r\n".getBytes(StandardCharsets.UTF_8)) {
            assertInstanceOf(Progress.More.class, stream.take(new byte[] { each }));
        }
        // Then
        assertEquals(List.of(new ServerSentEvent("message", "旅😀")), read);
    }

    @Test
    void whoHasEnoughReadsNoFurther() {
        // Given
        EventStream two = stream(2);
        // When
        Progress progress = take(two, "data: 1\n\ndata: 2\n\ndata: 3\n\n");
        // Then
        assertInstanceOf(Progress.Enough.class, progress);
        assertEquals(2, read.size());
    }

    @Test
    void aLineWithoutEndIsTooLarge() {
        assertUnusable(FailureCode.TOO_LARGE, "data: " + "x".repeat(100));
    }

    @Test
    void anEventOfManyLinesIsTooLarge() {
        assertUnusable(FailureCode.TOO_LARGE, "data: x\n".repeat(15));
    }

    @Test
    void eventsWithoutEndAreTooLarge() {
        assertUnusable(FailureCode.TOO_LARGE, "data: x\n\n".repeat(11));
    }

    @Test
    void commentsKeepAConnectionAliveAndAreNoEvents() {
        assertInstanceOf(Progress.More.class, take(stream, ": still here\n\n".repeat(1_000)));
        assertEquals(List.of(), read);
    }

    @Test
    void whatIsNotUtf8IsToldAsSuch() {
        // When
        Progress progress = stream.take(new byte[] { 'd', 'a', 't', 'a', ':', (byte) 0xc3, '\n' });
        // Then
        assertEquals(FailureCode.NOT_UTF8, assertInstanceOf(Progress.Unusable.class, progress).code());
    }

    private EventStream stream(int enough) {
        return new EventStream(event -> {
            read.add(event);
            return read.size() == enough;
        }, new EventStream.Limits(100, 10));
    }

    private static Progress take(EventStream stream, String text) {
        return stream.take(text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertUnusable(FailureCode code, String text) {
        assertEquals(code, assertInstanceOf(Progress.Unusable.class, take(stream, text)).code());
    }
}
