package dev.touchstone.events.jobs;

import java.util.function.Supplier;

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
            return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
