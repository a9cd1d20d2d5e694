package dev.touchstone.telemetry.wandb;

/** Makes the {@code Authorization} header of a request. Safe for many threads. */
interface Authorizer {

    /** The header's value; may have to ask W&amp;B for it. */
    Answer<String> header(Deadline deadline) throws InterruptedException;

    /**
     * Told that a header was answered with 401.
     *
     * @return whether another one can be had
     */
    boolean refused(String header);

    /** Takes out what is secret: a server may repeat what it was sent. */
    String hidden(String text);
}
