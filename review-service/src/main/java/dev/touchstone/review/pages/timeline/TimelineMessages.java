package dev.touchstone.review.pages.timeline;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the timeline says, in English; Japanese is in {@code messages/timeline_ja.properties}. */
@MessageBundle("timeline")
interface TimelineMessages {

    @Message("Timeline")
    String title();

    @Message("All events, as JSON")
    String json();

    @Message("Find events")
    String find();

    @Message("Stage")
    String stage();

    @Message("Severity")
    String severity();

    @Message("all")
    String all();

    @Message("Search")
    String search();

    @Message("Kind, person, or anything in the data")
    String searchHint();

    @Message("Show")
    String show();

    @Message("Clear")
    String clear();

    @Message("{count} events, the newest first.")
    String counted(long count);

    @Message("{count} events fit, the newest first.")
    String fitting(long count);

    @Message("No event fits.")
    String nothingFits();

    @Message("Older events")
    String older();

    @Message("Newest events")
    String newest();

    @Message("Data")
    String data();

    @Message("{#when mark}{#is RETRY}asked for again{#is ESCALATION}left to a person{#is DECISION}decision{#else}{/when}")
    String mark(Mark mark);

    @Message("causal order {sequence}")
    String order(long sequence);
}
