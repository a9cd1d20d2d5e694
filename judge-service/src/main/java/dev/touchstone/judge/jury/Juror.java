package dev.touchstone.judge.jury;

/** One member of the jury. */
public interface Juror {

    /** Stable within a jury, as {@code rubric}. */
    String name();

    Mechanism mechanism();

    /**
     * @throws InterruptedException if the attempt was given up
     */
    Opinion judge(Exhibit exhibit) throws InterruptedException;

    /** Reminds it of an opinion that it came to before the attempt was taken up again. */
    default void recall(Opinion earlier) {
    }
}
