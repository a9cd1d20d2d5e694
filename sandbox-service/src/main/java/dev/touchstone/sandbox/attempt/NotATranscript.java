package dev.touchstone.sandbox.attempt;

/** A file that cannot be judged: it is not a transcript, or one of a format that this version does not know. */
public final class NotATranscript extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason for people, one line, in our own words: nothing of the file is quoted
     */
    public NotATranscript(String reason) {
        super(reason);
    }

    /** For people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
