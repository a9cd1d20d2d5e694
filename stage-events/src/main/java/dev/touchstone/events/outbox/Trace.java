package dev.touchstone.events.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.codec.CloudEventHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.mutiny.Uni;

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

    /** What is being done now, if it is traced, else the trace that {@code traceparent} belongs to. */
    public static Context currentOr(@Nullable String traceparent) {
        return Span.current().getSpanContext().isValid() ? Context.current() : resumed(traceparent);
    }

    /**
     * Where the trace of a round goes on: here, if what is being done is a part of it. A person's request is not: it may come
     * days later and has a trace of its own, which is linked with the round's.
     */
    static Optional<String> ofRound(Optional<String> traceparent) {
        Span here = Span.current();
        SpanContext round = Span.fromContext(resumed(traceparent.orElse(null))).getSpanContext();
        if (!round.isValid() || round.getTraceId().equals(here.getSpanContext().getTraceId())) {
            return current();
        }
        here.addLink(round);
        return traceparent;
    }

    /** The work as a part of this trace, on whichever Vert.x context it is subscribed to. */
    @SuppressWarnings("MustBeClosed") // closed when the work ends, which is after this method
    public static <T> Uni<T> within(Context trace, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Scope scope = trace.makeCurrent();
            return work.get().onTermination().invoke(scope::close);
        });
    }
}
