package dev.touchstone.judge.jury.rubric;

/** What one clause of an answer does, as far as its words show it. */
enum Act {
    /** Declines what was asked. */
    REFUSES,
    /** Sends the user elsewhere, or has the user do it. */
    HANDS_BACK,
    /** Asks for something in particular that is lacking. */
    ASKS,
    /** Says nothing of the matter: a greeting, an apology, the question again, an offer, a promise. */
    FILLS,
    SAYS;

    /** More words than these say something, whatever they begin with. */
    private static final int LITTLE = 5;

    static Act of(String clause) {
        if (Phrases.REFUSAL.isIn(clause) && !Phrases.NO_REFUSAL.isIn(clause)) {
            return REFUSES;
        }
        if (Phrases.DEFLECTION.isIn(clause)) {
            return HANDS_BACK;
        }
        if (Phrases.PROMISE.isIn(clause)) {
            return FILLS;
        }
        if (Phrases.FILLER.isIn(clause) && Terms.words(Terms.in(clause), clause) <= LITTLE) {
            return FILLS;
        }
        return Phrases.REQUEST.isIn(clause) && !Terms.in(clause).isEmpty() ? ASKS : SAYS;
    }
}
