package dev.touchstone.review.pages.operators;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Topics;
import dev.touchstone.review.Shown;
import dev.touchstone.review.letters.Letter;
import dev.touchstone.review.letters.Letters;
import dev.touchstone.review.letters.RedeliveryOutcome.Reason;
import dev.touchstone.review.pages.Formats;

/** Dead letters as their page shows them. */
record DeadLettersView(Asked asked, Said said, List<Line> lines, long count, Paging paging) {

    /** In bytes: more of a record is in its JSON. */
    private static final int SHOWN = 16_000;

    DeadLettersView {
        lines = List.copyOf(lines);
    }

    /** For letters that say at once that they cannot be sent again. */
    public Reason cut() {
        return Reason.CUT;
    }

    /** What the form was sent with; empty for all. */
    record Asked(String topic, Shown search) {

        public boolean isNarrow() {
            return !topic.isEmpty() || !search.isEmpty();
        }

        public List<String> topics() {
            return Topics.ALL.stream().filter(topic -> !topic.equals(Topics.DEAD_LETTER)).toList();
        }
    }

    /** @param why it cannot be sent again; null where that is not what is said */
    record Said(Notice notice, @Nullable Reason why) {
    }

    /**
     * @param older null where there is nothing older
     * @param newest null where these are the newest
     */
    record Paging(@Nullable String older, @Nullable String newest) {
    }

    record Line(String id, Cause cause, About about, Again again) {

        static Line of(Letters.Kept kept, Formats formats) {
            Letter letter = kept.letter();
            return new Line(letter.id().toString(),
                    new Cause(Shown.of(letter.cause().reason()), Shown.of(letter.cause().handler()),
                            formats.time(letter.cause().at()),
                            Shown.of(letter.from().topic() + " / " + letter.from().partition()
                                    + " / " + letter.from().offset())),
                    About.of(letter.content(), formats),
                    new Again(kept.redelivered(), kept.redelivered() + 1, letter.content().isCut(),
                            letter.follows() == null ? null : letter.follows().toString(), last(kept, formats)));
        }
    }

    private static Shown last(Letters.Kept kept, Formats formats) {
        return Shown.of(kept.last() == null ? null : kept.last().by() + ", " + formats.time(kept.last().at()));
    }

    record Cause(Shown reason, Shown handler, String time, Shown place) {
    }

    record About(Shown key, String size, Shown text, List<Header> headers) {

        static About of(Letter.Content content, Formats formats) {
            String beginning = content.payload().slice(0, Math.min(content.payload().length(), SHOWN)).toString();
            return new About(Shown.of(content.key()), formats.size(content.size()),
                    Shown.of(beginning),
                    content.headers().entrySet().stream()
                            .map(header -> new Header(Shown.of(header.getKey()), Shown.of(header.getValue())))
                            .sorted(Comparator.comparing(header -> header.name().text())).toList());
        }
    }

    record Header(Shown name, Shown value) {
    }

    /**
     * @param times how often it was sent again
     * @param attempt the next
     * @param follows the letter before it; null of the first
     * @param last who sent it again the last time, and when; may be empty
     */
    record Again(int times, int attempt, boolean cut, @Nullable String follows, Shown last) {
    }
}
