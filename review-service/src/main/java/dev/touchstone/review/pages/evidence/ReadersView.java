package dev.touchstone.review.pages.evidence;

import java.util.List;
import java.util.Locale;

import dev.touchstone.review.Shown;
import dev.touchstone.review.artifacts.reads.ArtifactRead;
import dev.touchstone.review.artifacts.reads.Way;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Moment;

/**
 * Who was given the files that a page is made from; {@code readers.html} shows it.
 *
 * @param count of all, of which the last are listed; 0 also where the page's reader may not know
 */
record ReadersView(int count, List<Line> last) {

    private static final int LISTED = 20;

    record Line(Moment at, Shown reader, Shown organization, Shown file, Way way) {

        /** Key of the word for it. */
        public String how() {
            return way.name().toLowerCase(Locale.ROOT);
        }
    }

    static ReadersView of(List<ArtifactRead> reads, Formats formats) {
        return new ReadersView(reads.size(), reads.stream().limit(LISTED)
                .map(read -> new Line(formats.moment(read.at()), Shown.of(read.reader()), Shown.of(read.organizationId()),
                        Shown.of(read.name()), read.way()))
                .toList());
    }
}
