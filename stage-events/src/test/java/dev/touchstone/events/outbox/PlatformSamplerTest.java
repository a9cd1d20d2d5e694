package dev.touchstone.events.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.touchstone.events.ProcessSample;

class PlatformSamplerTest {

    private static final long PROCESSORS = Runtime.getRuntime().availableProcessors();

    @TempDir
    Path directory;

    private long nanos;
    private long cpuNanos;

    @Test
    void theShareIsThatOfAllProcessorsSinceTheSampleBefore() {
        // Given
        PlatformSampler sampler = sampler();
        // Then
        assertEquals(25, cpuAfter(sampler, Duration.ofSeconds(4), Duration.ofSeconds(PROCESSORS)));
        assertEquals(50, cpuAfter(sampler, Duration.ofSeconds(2), Duration.ofSeconds(PROCESSORS)));
        assertEquals(0, cpuAfter(sampler, Duration.ofSeconds(2), Duration.ZERO));
    }

    @Test
    void moreThanAllProcessorsIsAllOfThem() {
        assertEquals(100, cpuAfter(sampler(), Duration.ofSeconds(1), Duration.ofSeconds(PROCESSORS + 1)));
    }

    @Test
    void ofTheFirstSecondNoShareIsTold() {
        // Given
        PlatformSampler sampler = sampler();
        nanos += Duration.ofMillis(999).toNanos();
        // When
        ProcessSample sample = sampler.sample();
        // Then
        assertNull(sample.cpuPercent());
        assertNotNull(sample.heapMegabytes());
    }

    @Test
    void whatIsAskedWithinASecondGetsTheSameSample() {
        // Given
        PlatformSampler sampler = sampler();
        nanos += Duration.ofSeconds(2).toNanos();
        ProcessSample first = sampler.sample();
        // When
        nanos += Duration.ofMillis(999).toNanos();
        // Then
        assertSame(first, sampler.sample());
    }

    @Test
    void residentMemoryIsReadFromTheKernelsLine() throws IOException {
        // Given
        Files.writeString(status(), "Name:\tjava\nVmHWM:\t  900000 kB\nVmRSS:\t  262144 kB\nThreads:\t41\n");
        // Then
        assertEquals(256.0, sampler().sample().rssMegabytes());
    }

    @Test
    void whatThePlatformDoesNotTellIsNullAndNotZero() {
        // Given
        cpuNanos = -1;
        PlatformSampler sampler = sampler();
        nanos += Duration.ofSeconds(2).toNanos();
        // When
        ProcessSample sample = sampler.sample();
        // Then
        assertNull(sample.cpuPercent());
        assertNull(sample.rssMegabytes());
    }

    @Test
    void thisVeryProcessHasAHeapAndThreads() {
        // When
        ProcessSample sample = PlatformSampler.ofThisProcess().sample();
        // Then
        assertTrue(Objects.requireNonNull(sample.heapMegabytes()) > 0);
        assertTrue(Objects.requireNonNull(sample.threads()) > 0);
    }

    private PlatformSampler sampler() {
        return new PlatformSampler(() -> nanos, () -> cpuNanos, status());
    }

    private Path status() {
        return directory.resolve("status");
    }

    private @Nullable Double cpuAfter(PlatformSampler sampler, Duration elapsed, Duration used) {
        nanos += elapsed.toNanos();
        cpuNanos += used.toNanos();
        return sampler.sample().cpuPercent();
    }
}
