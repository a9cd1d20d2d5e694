package dev.touchstone.review.pages.charts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What charts say around their figures, in English; Japanese is in {@code messages/charts_ja.properties}. */
@MessageBundle("charts")
interface ChartsMessages {

    @Message("The figures as a table")
    String figures();

    @Message("Nothing was measured.")
    String nothing();

    @Message("not measured")
    String notMeasured();

    @Message("{count} values from {least} to {most}; half of them are {median} or less.")
    String histogramSays(int count, String least, String median, String most);

    @Message("{count} more were not measured.")
    String unmeasured(int count);

    @Message("limit {limit}")
    String limit(String limit);

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Number")
    String number();

    @Message("Category")
    String category();

    @Message("Value")
    String value();

    @Message("Interval")
    String interval();

    @Message("{low} to {high}")
    String between(String low, String high);

    @Message("{count} categories; each line across a bar is its interval.")
    String barsSay(int count);

    @Message("{count} criteria; a dot for each juror, an upright line at their mean.")
    String spreadSays(int count);

    @Message("Criterion")
    String criterion();

    @Message("Juror")
    String juror();

    @Message("mean {mean}")
    String mean(String mean);

    @Message("{count} revisions, the oldest first. A line has a gap where nothing was measured.")
    String trendSays(int count);

    @Message("{#when name}{#is 'trust'}Trust{#is 'security'}Security{#is 'functional'}Functional{#is 'judge'}Judge{#else}{name}{/when}")
    String series(String name);

    @Message("Revision")
    String revision();

    @Message("{count} attempts at stages; the pale part of a bar is how long it waited, the rest how long it ran.")
    String durationsSay(int count);

    @Message("Stage")
    String stage();

    @Message("Attempt")
    String attempt();

    @Message("Waited")
    String waited();

    @Message("Ran")
    String ran();

    @Message("still runs")
    String open();
}
