package dev.touchstone.judge.jury;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way of saying something, in any case. Expressions are written for text as a reader sees it: full-width forms, apostrophes,
 * quotation marks and hyphens of all sorts stand as those of ASCII.
 */
public final class Wording {

    private final Pattern pattern;

    private Wording(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * @param expression a regular expression whose repeats are all bounded
     */
    public static Wording of(String expression) {
        return new Wording(Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** The first place where the text says such a thing, in any disguise that a reader does not see. */
    public Optional<Span> in(String text) {
        Reading reading = Reading.visible(text);
        Matcher matcher = pattern.matcher(reading.text());
        return matcher.find() && matcher.end() > matcher.start()
                ? Optional.of(Span.of(text, reading.startOf(matcher.start()), reading.endOf(matcher.end())))
                : Optional.empty();
    }

    public boolean isIn(String text) {
        return in(text).isPresent();
    }
}
