package dev.touchstone.events.codec;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.ProcessSample;

/**
 * What the sending process used, as extension attributes of the CloudEvent. Not in the payload: that is what the ledger
 * digests and timelines keep, and the same fact must not differ by how busy its teller was.
 */
final class ProcessHeaders {

    private static final String CPU = "ce_processcpu";
    private static final String RSS = "ce_processrss";
    private static final String HEAP = "ce_processheap";
    private static final String THREADS = "ce_processthreads";
    /** A number as Java writes it has at most 24 characters. */
    private static final int LONGEST_NUMBER = 32;

    private ProcessHeaders() {
    }

    static Map<String, String> of(@Nullable ProcessSample sample) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (sample != null) {
            put(headers, CPU, sample.cpuPercent());
            put(headers, RSS, sample.rssMegabytes());
            put(headers, HEAP, sample.heapMegabytes());
            put(headers, THREADS, sample.threads());
        }
        return headers;
    }

    /** Null where there is none, or one that cannot be: an event is not worth less for it. */
    static @Nullable ProcessSample read(Headers headers) {
        try {
            ProcessSample sample = new ProcessSample(figure(headers, CPU, Double::valueOf),
                    figure(headers, RSS, Double::valueOf), figure(headers, HEAP, Double::valueOf),
                    figure(headers, THREADS, Integer::valueOf));
            return sample.equals(new ProcessSample(null, null, null, null)) ? null : sample;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static void put(Map<String, String> headers, String name, @Nullable Number figure) {
        if (figure != null) {
            headers.put(name, figure.toString());
        }
    }

    private static <N extends Number> @Nullable N figure(Headers headers, String name, Function<String, N> number) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        if (header.value().length > LONGEST_NUMBER) {
            throw new IllegalArgumentException(name);
        }
        return number.apply(new String(header.value(), StandardCharsets.UTF_8));
    }
}
