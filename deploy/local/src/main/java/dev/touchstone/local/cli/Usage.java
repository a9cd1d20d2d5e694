package dev.touchstone.local.cli;

/** The command line cannot be understood; the message is for the user. */
public final class Usage extends Exception {

    private static final long serialVersionUID = 1;

    public Usage(String message) {
        super(message + "; see: touchstone help");
    }
}
