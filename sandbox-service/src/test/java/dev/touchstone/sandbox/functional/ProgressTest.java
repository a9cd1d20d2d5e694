package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final String LONG = "Take the Nozomi. It leaves at nine. You arrive at noon.";

    @Test
    void aShorterSentenceFollows() {
        assertEquals(Progress.FOLLOWS, Progress.between(LONG, "The Nozomi takes you there by noon.", Aim.SHORTER));
        assertEquals(Progress.FOLLOWS,
                Progress.between("のぞみに乗ります。九時に出ます。正午に着きます。", "のぞみで正午に着きます。", Aim.SHORTER));
    }

    @Test
    void theSameAgainIsNoProgress() {
        assertEquals(Progress.REPEATS,
                Progress.between(LONG, "take the nozomi! It leaves at nine. You arrive at noon.", Aim.SHORTER));
        assertEquals(Progress.REPEATS, Progress.between(LONG, LONG, Aim.ANSWER));
    }

    @Test
    void whatIsNotShorterBreaksTheForm() {
        assertEquals(Progress.BREAKS_FORM, Progress.between(LONG, LONG + " Have a nice trip.", Aim.SHORTER));
        assertEquals(Progress.BREAKS_FORM, Progress.between(LONG, "Nozomi. Nine. Noon.", Aim.SHORTER));
    }

    @Test
    void oneSentenceNeedsNotBecomeShorter() {
        assertEquals(Progress.FOLLOWS, Progress.between("Take the Nozomi.", "Take the Nozomi.", Aim.SHORTER));
    }
}
