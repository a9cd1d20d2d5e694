package dev.touchstone.local.wandb.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.runs.RunState;

/** What all pages share. */
public final class Layout {

    /** Nothing runs, nothing is loaded from elsewhere, even if something slipped through the escaping. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'")
            .withZone(ZoneOffset.UTC);

    private Layout() {
    }

    public static Answer page(int status, String title, Html content) {
        Html page = Html.of("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{}</title>
                <link rel="stylesheet" href="/assets/emulator.css">
                </head>
                <body>
                <header class="bar"><a href="/">W&amp;B emulator</a> <span>a local stand-in</span></header>
                <main>
                {}
                </main>
                </body>
                </html>
                """, title, content);
        return Answer.html(status, page.toString()).with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer").with("Cache-Control", "no-store");
    }

    public static Answer stylesheet() {
        try (InputStream css = Layout.class.getResourceAsStream("emulator.css")) {
            return Answer.empty(200).with("Content-Type", "text/css; charset=utf-8")
                    .carrying(new Blob(Objects.requireNonNull(css, "emulator.css is part of this package").readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    public static Html state(RunState state) {
        return Html.of("<span class=\"state {}\">{}</span>", state.key(), state.key());
    }

    /** The beginning of a text, and how much there is of it. */
    public static String shortened(String text) {
        int limit = 2_000;
        return text.length() <= limit ? text : text.substring(0, limit) + " … (" + text.length() + " characters)";
    }
}
