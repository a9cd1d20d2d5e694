package dev.touchstone.events;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Remembers every span that ended, in the place of an exporter. */
@ApplicationScoped
public class SeenSpans implements SpanProcessor {

    private final List<SpanData> ended = new CopyOnWriteArrayList<>();

    /** The first span of this name in the trace. */
    public Optional<SpanData> find(String traceId, String name) {
        return ended.stream().filter(span -> span.getTraceId().equals(traceId) && span.getName().equals(name)).findFirst();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Only what ended counts.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ended.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
