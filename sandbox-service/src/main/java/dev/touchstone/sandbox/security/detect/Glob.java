package dev.touchstone.sandbox.security.detect;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A name in which {@code *} stands for any characters, whatever the case. */
record Glob(String written, Pattern pattern) {

    static Glob of(String written) {
        String regex = Arrays.stream(written.toLowerCase(Locale.ROOT).split("\\*", -1)).map(Pattern::quote)
                .collect(Collectors.joining(".{0,200}?"));
        return new Glob(written, Pattern.compile(regex, Pattern.DOTALL));
    }

    boolean matches(String name) {
        return pattern.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether it says enough to know a name by it in running text. */
    boolean isTelling() {
        return written.chars().filter(Character::isLetterOrDigit).count() >= 3;
    }
}
