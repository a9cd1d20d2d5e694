package dev.touchstone.telemetry.evidence;

import java.io.IOException;
import java.nio.file.Path;

/** What asking one of our services came to. The cases are what is done next: go on, give up, or wait. */
sealed interface Fetched<T> {

    record Got<T>(T value) implements Fetched<T> {
    }

    /**
     * Asking again would give the same.
     *
     * @param reason for people
     */
    record Unfit<T>(String reason) implements Fetched<T> {
    }

    /**
     * It may be had later.
     *
     * @param reason for people
     */
    record Away<T>(String reason) implements Fetched<T> {
    }

    /**
     * A file whose content was checked.
     *
     * @param size in bytes
     */
    record File(Path path, String digest, long size) {
    }

    /** Makes more of what was got; what was not stays what it is. */
    default <R> Fetched<R> then(Use<? super T, R> use) throws IOException, InterruptedException {
        return switch (this) {
            case Got<T>(T value) -> use.of(value);
            case Unfit<T>(String reason) -> new Unfit<>(reason);
            case Away<T>(String reason) -> new Away<>(reason);
        };
    }

    /** What is made of it. */
    interface Use<T, R> {
        Fetched<R> of(T value) throws IOException, InterruptedException;
    }
}
