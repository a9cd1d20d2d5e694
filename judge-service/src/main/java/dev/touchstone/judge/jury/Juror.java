package dev.touchstone.judge.jury;

/** One member of the jury. */
public interface Juror {

    /** Stable, as {@code rubric}. */
    String name();

    /**
     * @throws InterruptedException if the attempt was given up
     */
    Opinion judge(Exhibit exhibit) throws InterruptedException;
}
