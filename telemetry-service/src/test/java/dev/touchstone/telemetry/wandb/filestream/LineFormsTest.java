package dev.touchstone.telemetry.wandb.filestream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

class LineFormsTest {

    private static final Instant AT = Instant.parse("2026-11-21T07:39:33.586060Z");

    @Test
    void writesAConsoleLineAsOlderServersKnowIt() {
        assertEquals("2026-11-21T07:39:33.586060 hello stdout", new ConsoleLine(AT, false, "", "hello stdout").plain());
        assertEquals("ERROR 2026-11-21T07:39:33.586060 bad", new ConsoleLine(AT, true, "", "bad").plain());
        assertEquals("2026-11-21T07:39:33.586060 [judge] ok", new ConsoleLine(AT, false, "judge", "ok").plain());
    }

    @Test
    void writesAConsoleLineAsAnObject() {
        assertEquals("{\"ts\":\"2026-11-21T07:39:33.586060\",\"content\":\"hello\"}",
                new ConsoleLine(AT, false, "", "hello").encoded(true));
        assertEquals(
                "{\"level\":\"error\",\"ts\":\"2026-11-21T07:39:33.586060\",\"label\":\"judge\",\"content\":\"\\u001B[1m\"}",
                new ConsoleLine(AT, true, "judge", "\u001b[1m").encoded(true));
    }

    @Test
    void keepsALineToOneLineAndToItsLength() {
        assertEquals("a b", new ConsoleLine(AT, false, "", "a\r\nb").text());
        assertEquals(4096, new ConsoleLine(AT, false, "", "x".repeat(5_000)).text().length());
        assertEquals("x".repeat(4_095), new ConsoleLine(AT, false, "", "x".repeat(4_095) + "😀").text());
    }

    @Test
    void writesASampleOfAProcess() {
        // Given
        Map<String, Number> values = Map.of("proc.memory.rssMB", 250.5, "cpu", 17.25, "proc.cpu.threads", 42);

        // Then
        assertEquals("{\"_wandb\":true,\"_timestamp\":1795246773.586,\"_runtime\":1.05,\"system.cpu\":17.25,"
                + "\"system.proc.cpu.threads\":42,\"system.proc.memory.rssMB\":250.5}",
                new SystemMetrics(AT, 1.05, "", values).line());
        assertEquals("{\"_wandb\":true,\"_timestamp\":1795246773.586,\"_runtime\":1.05,\"system.cpu/l:judge\":17.25}",
                new SystemMetrics(AT, 1.05, "judge", Map.of("cpu", 17.25)).line());
    }
}
