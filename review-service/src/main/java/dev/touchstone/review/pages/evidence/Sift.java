package dev.touchstone.review.pages.evidence;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Digest;

/**
 * What stands above the lines of a file: which attempt's file it is, what can be chosen, and where the page is among them.
 * {@code sift.html} shows it.
 *
 * @param problem null where the lines are there
 * @param file null where there is none
 */
public record Sift(List<Attempt> attempts, @Nullable Problem problem, @Nullable File file, Form form, Paging paging) {

    /** Why there are no lines. */
    public enum Cause {
        MISSING,
        UNDERWAY,
        UNRECORDED,
        UNAVAILABLE
    }

    public record Problem(Cause cause, Shown reason) {
    }

    public record Attempt(int number, String href, boolean shown) {
    }

    /**
     * @param lines that are there
     * @param more whether the file goes on behind them
     * @param faults the first of the lines that could not be read
     */
    public record File(Shown name, Digest digest, int lines, boolean more, Faults faults) {
    }

    public record Faults(int count, List<Fault> first) {
    }

    public record Fault(int number, Shown reason) {
    }

    /**
     * @param action the address without what is chosen
     * @param hidden what a choice keeps
     * @param cleared the address of all lines
     */
    public record Form(String action, List<Hidden> hidden, List<Choice> choices, Words words, String cleared) {
    }

    public record Hidden(String name, String value) {
    }

    /**
     * @param name of the parameter
     */
    public record Choice(String name, List<Option> options) {
    }

    public record Option(String value, Shown label, int count, boolean chosen) {
    }

    /**
     * @param line the one that is shown alone; 0 for none
     */
    public record Words(Shown text, boolean ordered, boolean inOrder, boolean narrowed, int line) {
    }

    /**
     * @param from number of the first, from 1; 0 where nothing fits
     * @param previous null on the first page, as {@code next} on the last
     */
    public record Paging(int matching, int from, int to, @Nullable String previous, @Nullable String next) {
    }
}
