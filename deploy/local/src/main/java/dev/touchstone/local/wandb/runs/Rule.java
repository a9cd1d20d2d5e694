package dev.touchstone.local.wandb.runs;

import java.util.Locale;

/** What a client must not do. The service lets most of it pass without a word, and data is lost or mixed up by it. */
public enum Rule {
    /** Lines were skipped. */
    GAP,
    /** A line was overwritten by other content. */
    CONFLICT,
    /** A step is not above that of the line before. */
    STEP,
    /** Config, summary, history or system metrics are not the text of a JSON object. */
    NOT_JSON,
    /** The run had said that it was over, and was not announced again. */
    AFTER_COMPLETE,
    /** A member, a file or an argument that the protocol does not know. */
    UNKNOWN_MEMBER,
    /** A line is longer than what the service takes. */
    LINE_LIMIT,
    /** A request came while one for the same run was not answered yet. */
    IN_FLIGHT,
    /** Bytes, manifest or artifact are not those that a digest promised. */
    DIGEST,
    /** The API key was sent to a signed URL, where it has no business. */
    KEY_LEAK,
    /** An alert's title is longer than its channels show. */
    ALERT_TITLE;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
