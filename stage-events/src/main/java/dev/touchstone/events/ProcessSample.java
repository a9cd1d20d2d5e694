package dev.touchstone.events;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a process uses of its machine. What the platform does not tell is null, which is not zero.
 *
 * @param cpuPercent of all processors that the process may use, since the sample before: 0 to 100
 * @param rssMegabytes resident memory, in units of 1,048,576 bytes
 * @param heapMegabytes of the Java heap in use, in the same units
 * @param threads alive, without virtual ones
 */
@RegisterForReflection
public record ProcessSample(@Nullable Double cpuPercent, @Nullable Double rssMegabytes, @Nullable Double heapMegabytes,
        @Nullable Integer threads) {

    /** More than any machine has, so that a figure beyond it is a mistake. A pebibyte, in megabytes. */
    private static final double MOST_MEGABYTES = 1024.0 * 1024 * 1024;
    private static final int MOST_THREADS = 10_000_000;

    /**
     * @throws IllegalArgumentException if a figure is no number, negative, or more than there can be
     */
    public ProcessSample {
        requireWithin(cpuPercent, 100, "cpuPercent");
        requireWithin(rssMegabytes, MOST_MEGABYTES, "rssMegabytes");
        requireWithin(heapMegabytes, MOST_MEGABYTES, "heapMegabytes");
        if (threads != null && (threads < 0 || threads > MOST_THREADS)) {
            throw new IllegalArgumentException("threads must be 0 to " + MOST_THREADS);
        }
    }

    /** Also false for what is no number. */
    private static void requireWithin(@Nullable Double figure, double most, String name) {
        if (figure != null && !(figure >= 0 && figure <= most)) {
            throw new IllegalArgumentException(name + " must be 0 to " + most);
        }
    }
}
