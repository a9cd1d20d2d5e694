package dev.touchstone.sandbox;

/**
 * What asking an agent took through the guarded way out.
 *
 * @param requests sent, with retries, redirects and looks at a task
 * @param bytesSent of bodies
 * @param bytesReceived of bodies as they came, before they were decompressed
 */
public record Usage(int requests, long bytesSent, long bytesReceived) {

    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage plus(Usage other) {
        return new Usage(requests + other.requests, bytesSent + other.bytesSent, bytesReceived + other.bytesReceived);
    }
}
