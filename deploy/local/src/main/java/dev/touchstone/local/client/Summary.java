package dev.touchstone.local.client;

import java.util.Locale;

/** A review as a piece of Markdown, as CI systems show it beside a job. */
public final class Summary {

    /** All that means something in Markdown or HTML. */
    private static final String SPECIAL = "\\`*_{}[]()<>#+!|&~@:=.-";

    private Summary() {
    }

    public static String of(Progress progress) {
        StringBuilder text = new StringBuilder("## Touchstone: ").append(safe(progress.agentId())).append(' ')
                .append(safe(progress.revision())).append(" is ")
                .append(safe(progress.state().replace('_', ' ').toLowerCase(Locale.ROOT))).append("\n\n");
        if (!progress.statusReason().isEmpty()) {
            text.append(safe(progress.statusReason())).append("\n\n");
        }
        text.append("| stage | attempt | status | |\n|---|---|---|---|\n");
        for (Progress.Step step : progress.steps()) {
            text.append("| ").append(safe(step.stage())).append(" | ").append(step.attempt() > 0 ? step.attempt() : "")
                    .append(" | ").append(safe(step.toString())).append(" | ").append(safe(step.message())).append(" |\n");
        }
        text.append("\nTrust score: ").append(progress.trustScore().isNumber() ? progress.trustScore().asText() : "none")
                .append(". Verdict of the jury: ").append(progress.verdict().isEmpty() ? "none" : safe(progress.verdict()))
                .append(".\n");
        link(text, "Review", progress.reviewUrl());
        link(text, "W&amp;B run", progress.runUrl());
        return text.append('\n').toString();
    }

    private static void link(StringBuilder text, String name, String url) {
        // Only what cannot end the link.
        if (url.matches("https?://[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+")) {
            text.append("\n- [").append(name).append("](").append(url).append(")");
        }
    }

    /** Text of agents must not become a heading, a link or an image that calls home. */
    private static String safe(String hostile) {
        StringBuilder safe = new StringBuilder();
        Plain.text(hostile).codePoints().forEach(point -> {
            if (SPECIAL.indexOf(point) >= 0) {
                safe.append("&#").append(point).append(';');
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }
}
