package dev.touchstone.judge.jury;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way of saying something, in any case and with either apostrophe. */
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

    /** The first place where the text says such a thing. */
    public Optional<Span> in(String text) {
        Matcher matcher = pattern.matcher(text.replace('’', '\''));
        return matcher.find() ? Optional.of(Span.of(text, matcher.start(), matcher.end())) : Optional.empty();
    }
}
