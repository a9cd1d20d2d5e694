package dev.touchstone.review.pages.evidence;

import java.util.List;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.review.artifacts.rows.Kept;
import dev.touchstone.review.artifacts.rows.Leaf;

/** What asking for lines of a file came to. */
public sealed interface Taken {

    /** None where there are none to be had. */
    default List<Leaf.Row> rows() {
        return this instanceof Found found ? found.leaf().rows() : List.of();
    }

    record Found(ArtifactRef file, Kept kept, Leaf leaf) implements Taken {
    }

    /** No event told of such a file. */
    record Missing() implements Taken {
    }

    /** The file is being read in. */
    record Underway() implements Taken {
    }

    /** That it is read could not be recorded, so it is not given. */
    record Unrecorded() implements Taken {
    }

    /**
     * @param reason for people
     */
    record Unavailable(String reason) implements Taken {
    }
}
