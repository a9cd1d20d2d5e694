package dev.touchstone.review.pages.artifact;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Digest;

/**
 * What is in a file. At most one of {@code table}, {@code tree} and {@code text} is there, the others are null.
 *
 * @param problem null where the content is there, or is not to be had now
 */
record ArtifactView(About about, @Nullable Problem problem, @Nullable Table table, @Nullable Tree tree,
        @Nullable Text text) {

    /** Why the content is not there. */
    enum Problem {
        /** No page shows files of this media type. */
        NOT_SHOWN,
        /** The file, or the line, is not what it should be. */
        UNREADABLE
    }

    record About(Shown name, Shown mediaType, String size, Digest digest) {
    }

    record Table(List<Shown> columns, List<Row> rows) {
    }

    /**
     * @param href where the row is shown whole
     */
    record Row(int number, String href, List<Shown> cells) {
    }

    record Text(List<Line> lines) {
    }

    record Line(int number, Shown text) {
    }

    /**
     * A JSON value, flattened: what opens is closed again.
     *
     * @param pointer of the value within the document (RFC 6901); empty for the whole
     * @param up the address of the whole
     * @param cut whether not all fits
     */
    record Tree(Shown pointer, String up, List<Twig> twigs, boolean cut) {
    }

    /**
     * @param text of a leaf: its value
     * @param count of what opens: its members
     * @param href of what is not unfolded here: where it is shown
     */
    record Twig(Kind kind, Shown name, Shown text, int count, String href) {

        enum Kind {
            OPEN,
            CLOSE,
            LEAF,
            FURTHER
        }
    }
}
