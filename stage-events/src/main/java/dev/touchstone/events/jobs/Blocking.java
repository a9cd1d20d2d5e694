package dev.touchstone.events.jobs;

import java.util.function.Supplier;

import dev.touchstone.events.outbox.Trace;
import io.opentelemetry.context.Context;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** A reactive transaction, waited for on a virtual thread: Hibernate Reactive refuses to be used there directly. */
public final class Blocking {

    private Blocking() {
    }

    /**
     * @throws RuntimeException what the work failed with, as it came
     */
    public static <T> T inTransaction(Supplier<Uni<T>> work) {
        try {
            // The transaction gets a Vert.x context of its own, which knows nothing of this thread's trace.
            Context trace = Context.current();
            return VertxContextSupport.subscribeAndAwait(() -> Trace.within(trace, () -> Panache.withTransaction(work)));
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
