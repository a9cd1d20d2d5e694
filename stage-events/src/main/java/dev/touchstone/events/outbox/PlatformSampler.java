package dev.touchstone.events.outbox;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.ProcessSample;

/**
 * Asks the JVM and, on Linux, the kernel. A sample serves everything that is asked within a second of it: the kernel counts
 * processor time in hundredths of a second, and a share of a few milliseconds would be noise.
 */
final class PlatformSampler implements ProcessSampler {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final double MEGABYTE = 1024 * 1024;
    private static final Pattern RESIDENT = Pattern.compile("^VmRSS:\\s+(\\d{1,15}) kB$", Pattern.MULTILINE);

    private final LongSupplier nanos;
    private final LongSupplier cpuNanos;
    private final Path status;
    private long sampledAt;
    private long cpuBefore;
    private @Nullable ProcessSample last;

    /**
     * @param nanos elapsed time, from any origin
     * @param cpuNanos processor time that the process has used; negative where the platform does not tell
     * @param status as {@code /proc/self/status} of Linux; it need not exist
     */
    PlatformSampler(LongSupplier nanos, LongSupplier cpuNanos, Path status) {
        this.nanos = nanos;
        this.cpuNanos = cpuNanos;
        this.status = status;
        this.sampledAt = nanos.getAsLong();
        this.cpuBefore = cpuNanos.getAsLong();
    }

    static PlatformSampler ofThisProcess() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return new PlatformSampler(System::nanoTime, system::getProcessCpuTime, Path.of("/proc/self/status"));
    }

    @Override
    public synchronized ProcessSample sample() {
        long now = nanos.getAsLong();
        if (last == null || now - sampledAt >= FRESH_NANOS) {
            last = new ProcessSample(cpuPercent(now), resident(), heap(),
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }
        return last;
    }

    /** Null in the first second, of which a share would say nothing. */
    private @Nullable Double cpuPercent(long now) {
        long elapsed = now - sampledAt;
        if (elapsed < FRESH_NANOS) {
            return null;
        }
        long cpu = cpuNanos.getAsLong();
        long used = cpu - cpuBefore;
        boolean told = cpu >= 0 && cpuBefore >= 0;
        sampledAt = now;
        cpuBefore = cpu;
        // Both clocks are read one after the other, so that a busy process can seem to use a little more than all.
        return told ? Math.clamp(100.0 * used / elapsed / Runtime.getRuntime().availableProcessors(), 0.0, 100.0) : null;
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    /** Not from {@code statm}, which counts in pages of a size that Java does not tell. */
    private @Nullable Double resident() {
        try {
            Matcher line = RESIDENT.matcher(Files.readString(status));
            return line.find() ? Long.parseLong(line.group(1)) / 1024.0 : null;
        } catch (IOException notLinux) {
            return null;
        }
    }
}
