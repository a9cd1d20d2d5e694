package dev.touchstone.review.pages.timeline;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.core.UriBuilder;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.StageEvent;
import dev.touchstone.review.Shown;
import dev.touchstone.review.cases.EventFilter;
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.pages.Formats;

/** Shapes the events of a review. */
final class TimelineShaping {

    /** On one page: more would make it heavy. */
    static final int SHOWN = 100;

    private TimelineShaping() {
    }

    /** @param found one more than is shown, where there is more */
    static TimelineView shape(Asking asking, List<Timeline.Entry> found, long count, Formats formats) {
        List<Timeline.Entry> page = found.stream().limit(SHOWN).toList();
        String older = found.size() > SHOWN ? asking.address(page.getLast().event().id()) : null;
        EventFilter filter = asking.filter();
        return new TimelineView(
                new TimelineView.Asked(text(filter.stage()), text(filter.severity()), Shown.of(filter.search())),
                page.stream().map(Timeline.Entry::event).map(event -> line(event, formats)).toList(), count,
                new TimelineView.Links(older, asking.before() == null ? null : asking.address(null), asking.round()));
    }

    /**
     * What the address asks for.
     *
     * @param page without a query
     * @param round as in the address
     * @param before the event before which the page ends; null for the newest
     */
    record Asking(String page, String round, EventFilter filter, @Nullable UUID before) {

        private String address(@Nullable UUID place) {
            UriBuilder address = UriBuilder.fromPath(page);
            add(address, "round", round);
            add(address, "stage", text(filter.stage()));
            add(address, "severity", text(filter.severity()));
            add(address, "q", text(filter.search()));
            add(address, "before", place == null ? "" : place.toString());
            return address.build().toString();
        }

        private static void add(UriBuilder address, String name, String value) {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
            }
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static TimelineView.Line line(StageEvent event, Formats formats) {
        return new TimelineView.Line(event.stage(), event.attempt(), event.severity(),
                new TimelineView.What(Shown.of(event.event()), Mark.of(event.body()), Telling.of(event, formats),
                        Telling.data(event),
                        Shown.of(event.origin().actor().name())),
                new TimelineView.When(formats.moment(event.origin().occurredAt()), event.position().sequence()));
    }
}
