package dev.touchstone.review.ledger.check;

/** The file cannot be read as an export at all; the message says where and why, and repeats nothing of what it holds. */
public final class NotAnExport extends Exception {

    private static final long serialVersionUID = 1;

    public NotAnExport(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
