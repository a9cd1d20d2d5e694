package dev.touchstone.judge.questions.found;

/** A file is not what the stage that wrote it writes. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message to be read behind the file's name; holds nothing of the file
     */
    Unreadable(String message) {
        super(message, null, false, false);
    }
}
