package dev.touchstone.events.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;

class FailureClassTest {

    static Stream<Throwable> whatPasses() {
        return Stream.of(new IOException("reset"), new TimeoutException(), new VertxException("Timeout waiting for connection"),
                new NoStackTraceThrowable("Timeout"));
    }

    @ParameterizedTest
    @MethodSource("whatPasses")
    void whatPassesWithTimeIsTriedAgain(Throwable failure) {
        assertEquals(FailureClass.TRANSIENT, FailureClass.of(failure));
        assertEquals(FailureClass.TRANSIENT, FailureClass.of(new CompletionException(failure)));
    }

    @Test
    void whatNeverPassesIsPoison() {
        assertEquals(FailureClass.POISON, FailureClass.of(new IllegalStateException("no such review")));
    }
}
