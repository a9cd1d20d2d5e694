package dev.touchstone.telemetry.wandb.api;

import java.time.Duration;

/**
 * Something that the people who watch a run shall hear of, by Slack or e-mail as each of them has chosen.
 *
 * @param title shorter than 64 characters; cut where it is longer
 * @param silence for so long the server keeps back further alerts of the same title
 */
public record Alert(String title, String text, Severity severity, Duration silence) {

    private static final int LONGEST_TITLE = 63;

    public enum Severity {
        INFO,
        WARN,
        ERROR
    }

    public Alert {
        title = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }
}
