package dev.touchstone.review.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How figures are written, in signs that need no translation. */
public final class Formats {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int DIGEST_SHOWN = 12;
    private static final long KIB = 1024;

    private Formats() {
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** Where there is little room, and seconds do not matter. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** The two largest units: nobody compares seconds of a wait of days. */
    public static String duration(Duration length) {
        Duration span = length.isNegative() ? Duration.ZERO : length;
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        if (span.toMinutes() > 0) {
            return span.toMinutes() + " min " + span.toSecondsPart() + " s";
        }
        return span.toSeconds() > 0 ? span.toSeconds() + " s" : span.toMillis() + " ms";
    }

    /** A dash for what was not measured: it is not zero. */
    public static String figure(@Nullable Double value) {
        if (value == null) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    public static String size(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        return bytes < KIB * KIB
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / (double) KIB)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (KIB * KIB));
    }

    /** Enough to compare by eye; the whole is in the element's title. */
    public static String shortDigest(String digest) {
        String hex = digest.replaceFirst("^sha256:", "");
        return hex.length() <= DIGEST_SHOWN ? hex : hex.substring(0, DIGEST_SHOWN) + "…";
    }
}
