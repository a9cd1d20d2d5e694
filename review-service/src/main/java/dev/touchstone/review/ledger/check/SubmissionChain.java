package dev.touchstone.review.ledger.check;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.ledger.check.Export.OfSubmission;

/** Shows that of one submission no entry before the last one that is here was left out. */
final class SubmissionChain {

    private SubmissionChain() {
    }

    /** @param links by index, each once; those whose proof fails are not sound */
    static void verify(List<Link> links, OfSubmission scope, Found found) {
        Link previous = null;
        for (Link link : links) {
            if (!link.place().submissionId().equals(scope.id())) {
                found.add(new Fault.Foreign(link.index()));
            } else {
                link(link, previous, found);
                previous = link;
            }
        }
        long last = previous == null ? -1 : previous.index();
        if (last < scope.lastIndex()) {
            found.add(new Fault.Truncated(last + 1, scope.lastIndex() + 1));
        }
    }

    /** Of two sound entries that do not meet, one between them is missing; of others it cannot be said. */
    private static void link(Link link, @Nullable Link previous, Found found) {
        String before = previous == null ? Hashes.NONE : previous.leaf().hex();
        if (link.sound() && (previous == null || previous.sound()) && !link.place().previousOfSubmission().equals(before)) {
            found.add(new Fault.LeftOut(link.index(), link.place().previousOfSubmission()));
        }
    }
}
