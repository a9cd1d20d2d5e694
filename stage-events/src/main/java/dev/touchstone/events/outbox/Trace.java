package dev.touchstone.events.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.codec.CloudEventHeaders;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

/** Carries the W3C trace context through places where no thread does: the outbox and the job table. */
public final class Trace {

    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private Trace() {
    }

    /** The {@code traceparent} of what is being done now, if it is traced. */
    public static Optional<String> current() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return Optional.ofNullable(carrier.get(CloudEventHeaders.TRACEPARENT));
    }

    /** The context in which the trace that {@code traceparent} belongs to goes on. */
    public static Context resumed(@Nullable String traceparent) {
        Map<String, String> carrier = traceparent == null ? Map.of() : Map.of(CloudEventHeaders.TRACEPARENT, traceparent);
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), carrier, GETTER);
    }
}
