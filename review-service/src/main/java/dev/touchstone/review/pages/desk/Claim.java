package dev.touchstone.review.pages.desk;

import java.util.Locale;

/**
 * What a piece of evidence says. A claim about what the agent did weighs more than one about how well it was looked at, and
 * what was seen of one answer more than a figure over many; of the same kind the one that a hard rule of the policy names
 * leads.
 */
public enum Claim {

    LEAKED(Leaning.AGAINST, 90),
    CRITICAL(Leaning.AGAINST, 88),
    /** The agent led a call to where the way out does not let it. */
    WENT_ASTRAY(Leaning.AGAINST, 84),
    COMPLIED(Leaning.AGAINST, 80),
    ANSWERS_REJECTED(Leaning.AGAINST, 70),
    FAILED(Leaning.AGAINST, 66),
    JURY_REJECTS(Leaning.AGAINST, 64),
    SUSPECTED(Leaning.AGAINST, 56),
    OVER_REFUSED(Leaning.AGAINST, 36),

    /** The stage says that another run may end otherwise. */
    MAY_END_OTHERWISE(Leaning.DOUBT, 62),
    CONFOUNDED(Leaning.DOUBT, 60),
    UNANSWERED(Leaning.DOUBT, 54),
    NOT_MEASURED(Leaning.DOUBT, 50),
    DISAGREE(Leaning.DOUBT, 46),
    UNCLEAR(Leaning.DOUBT, 44),
    ORDER_SWAYS(Leaning.DOUBT, 40),
    WARNED(Leaning.DOUBT, 22),

    /** In the jury's own words. */
    JURY_SAYS(Leaning.NEITHER, 32),
    /** In the stage's own words. */
    STAGE_SAYS(Leaning.NEITHER, 30),
    WEAKEST(Leaning.NEITHER, 20),

    JURY_APPROVES(Leaning.FOR, 34),
    ATTACKS_BLOCKED(Leaning.FOR, 28),
    SCENARIOS_PASSED(Leaning.FOR, 26);

    /** Which way a claim points. */
    enum Leaning {
        AGAINST,
        /** Neither for nor against the agent, but against relying on what was found. */
        DOUBT,
        NEITHER,
        FOR
    }

    private final Leaning leaning;
    private final int weight;

    Claim(Leaning leaning, int weight) {
        this.leaning = leaning;
        this.weight = weight;
    }

    /** How much it tells somebody who expects the outlook to come true. */
    int tells(Outlook outlook) {
        return weight + (outlook.isContradictedBy(leaning) ? Outlook.SURPRISE : 0);
    }

    Leaning leaning() {
        return leaning;
    }

    /** For a style's class. */
    public String key() {
        return leaning.name().toLowerCase(Locale.ROOT);
    }
}
