package dev.touchstone.review.pages.timeline;

import java.util.List;

import dev.touchstone.review.Shown;
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.submission.Told;

/** Shapes the events of a review. */
final class TimelineShaping {

    /** More would make the page heavy; the API gives all. */
    static final int SHOWN = 200;

    private TimelineShaping() {
    }

    static TimelineView shape(Told told, Formats formats) {
        List<TimelineView.Line> newest = told.events().reversed().stream().limit(SHOWN).map(entry -> line(entry, formats))
                .toList();
        return new TimelineView(newest, told.events().size());
    }

    private static TimelineView.Line line(Timeline.Entry entry, Formats formats) {
        return new TimelineView.Line(entry.event().stage(), entry.event().attempt(), entry.event().severity(),
                new TimelineView.What(Shown.of(entry.event().event()), Telling.of(entry.event(), formats),
                        Telling.data(entry.event()),
                        Shown.of(entry.event().origin().actor().name())),
                new TimelineView.When(formats.time(entry.event().origin().occurredAt()), entry.event().position().sequence()));
    }
}
