package dev.touchstone.local.system;

/** The system did not come up; the message is for the user. */
public final class StartFailed extends Exception {

    private static final long serialVersionUID = 1;

    public StartFailed(String message) {
        super(message);
    }

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
