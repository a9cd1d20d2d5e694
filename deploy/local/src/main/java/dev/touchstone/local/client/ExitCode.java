package dev.touchstone.local.client;

/** What a command tells whoever called it. The numbers never change: jobs are gated by them. */
public enum ExitCode {

    /** Done as asked; where a review was waited for or asked about: published. */
    DONE(0),
    /** Of a review; of a ledger that was checked: faults were found. */
    REJECTED(1),
    /** The command cannot be understood. */
    USAGE(2),
    /** The service answered, and does not do it. */
    REFUSED(3),
    /** The review waits for a decision. */
    NEEDS_A_PERSON(4),
    CANCELLED(5),
    /** The review has not ended, or not in the time allowed. */
    NOT_ENDED(6),
    UNREACHABLE(7),
    /** The client itself failed. Never 1, which an uncaught exception would give: nobody has rejected anything. */
    FAULT(8);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Of a review as it stands. A state that this client does not know is no success. */
    static ExitCode of(Progress progress) {
        return switch (progress.state()) {
            case "published" -> DONE;
            case "rejected" -> REJECTED;
            case "cancelled" -> CANCELLED;
            case "awaiting_decision" -> NEEDS_A_PERSON;
            default -> NOT_ENDED;
        };
    }
}
