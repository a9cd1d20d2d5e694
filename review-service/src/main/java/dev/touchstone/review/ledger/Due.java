package dev.touchstone.review.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When the ledger must have been signed: at every so many entries, and after so long. Sizes that were passed unsigned are made
 * up for, since the tree of any earlier size can still be had.
 */
record Due(int every, Duration within) {

    /** At most so many at once; what is left is due the next time. */
    private static final int MOST = 1000;

    /**
     * @param size of the ledger now
     * @param last the largest that was kept
     * @return the sizes of which a checkpoint is due, in rising order
     */
    List<Long> sizes(long size, Optional<KeptCheckpoint> last, Instant now) {
        long before = last.map(kept -> kept.checkpoint().size()).orElse(0L);
        boolean isLate = last.map(kept -> !kept.signedAt().plus(within).isAfter(now)).orElse(true);
        Stream<Long> milestones = LongStream.iterate(before / every + 1, count -> count * every <= size, count -> count + 1)
                .mapToObj(count -> count * every);
        Stream<Long> head = isLate && size > before ? Stream.of(size) : Stream.empty();
        return Stream.concat(milestones, head).distinct().limit(MOST).toList();
    }
}
