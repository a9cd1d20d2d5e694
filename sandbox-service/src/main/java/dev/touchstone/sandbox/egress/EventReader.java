package dev.touchstone.sandbox.egress;

/** Reads a stream of events as they come, in the thread that waits for them. */
@FunctionalInterface
public interface EventReader {

    /** Reads the next event and answers whether that was enough; the rest of the stream is then cut off. */
    boolean hasEnough(ServerSentEvent event);
}
