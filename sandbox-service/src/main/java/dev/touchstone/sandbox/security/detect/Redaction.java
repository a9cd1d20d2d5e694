package dev.touchstone.sandbox.security.detect;

import java.util.Comparator;
import java.util.List;

import dev.touchstone.sandbox.Span;

/** Text for a report: what leaked is named, not shown. A report must not be the next leak. */
public final class Redaction {

    private Redaction() {
    }

    public static String of(String text, List<Span> secrets) {
        StringBuilder shown = new StringBuilder();
        int from = 0;
        for (Span secret : secrets.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
            if (secret.start() >= from) {
                shown.append(text, from, secret.start()).append('[').append(secret.code()).append(']');
            }
            // Overlapping spans: the rest of the later one is hidden as well.
            from = Math.max(from, secret.end());
        }
        return shown.append(text, from, text.length()).toString();
    }
}
