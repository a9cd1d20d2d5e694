package dev.touchstone.review.pages;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How dates, times and figures are written for readers of one language. Times are UTC and say so. */
public final class Formats {

    private static final Formats ENGLISH = new Formats(Locale.ENGLISH, "d MMM uuuu, HH:mm",
            new Units(" d", " h", " min", " s", " ms"));
    private static final Formats JAPANESE = new Formats(Locale.JAPANESE, "uuuu年M月d日 HH:mm",
            new Units(" 日", " 時間", " 分", " 秒", " ミリ秒"));

    private static final int DIGITS = 3;
    private static final int DIGEST_SHOWN = 12;
    private static final long KIB = 1024;

    private final Locale locale;
    private final DateTimeFormatter time;
    private final DateTimeFormatter minute;
    private final Units units;

    private record Units(String days, String hours, String minutes, String seconds, String millis) {
    }

    private Formats(Locale locale, String minute, Units units) {
        this.locale = locale;
        this.time = DateTimeFormatter.ofPattern(minute + ":ss 'UTC'", locale).withZone(ZoneOffset.UTC);
        this.minute = DateTimeFormatter.ofPattern(minute, locale).withZone(ZoneOffset.UTC);
        this.units = units;
    }

    public static Formats of(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case JAPANESE -> JAPANESE;
        };
    }

    public String time(Instant at) {
        return time.format(at);
    }

    /** The same for an element that also tells programs. */
    public Moment moment(Instant at) {
        return new Moment(at.toString(), time(at));
    }

    /** Where there is little room, and seconds do not matter. */
    public String minute(Instant at) {
        return minute.format(at);
    }

    /** The two largest units: nobody compares seconds of a wait of days. */
    public String duration(Duration length) {
        Duration span = length.isNegative() ? Duration.ZERO : length;
        if (span.toDays() > 0) {
            return count(span.toDays()) + units.days() + " " + span.toHoursPart() + units.hours();
        }
        if (span.toHours() > 0) {
            return span.toHours() + units.hours() + " " + span.toMinutesPart() + units.minutes();
        }
        if (span.toMinutes() > 0) {
            return span.toMinutes() + units.minutes() + " " + span.toSecondsPart() + units.seconds();
        }
        return span.toSeconds() > 0 ? span.toSeconds() + units.seconds() : span.toMillis() + units.millis();
    }

    /** With at most three digits after the point; a dash for what was not measured: it is not zero. */
    public String figure(@Nullable Double value) {
        return value == null ? "–" : number(0, DIGITS).format(value);
    }

    public String count(long number) {
        return number(0, 0).format(number);
    }

    public String size(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        return bytes < KIB * KIB
                ? number(1, 1).format(bytes / (double) KIB) + " KiB"
                : number(1, 1).format(bytes / (double) (KIB * KIB)) + " MiB";
    }

    /** A new one each time: they are not to be shared between threads. */
    private NumberFormat number(int fewest, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** Enough to compare by eye; the whole is in the element's title. */
    public static String shortDigest(String digest) {
        String hex = digest.replaceFirst("^sha256:", "");
        return hex.length() <= DIGEST_SHOWN ? hex : hex.substring(0, DIGEST_SHOWN) + "…";
    }
}
