package dev.touchstone.judge.jury.panel;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Screening;

/**
 * Which model really served a sample. Hosts serve a model under a dated or numbered name of its own ({@code gpt-4o} as
 * {@code gpt-4o-2024-08-06}, {@code gemini-1.5-flash} as {@code gemini-1.5-flash-002}); every other name is another model,
 * also {@code gpt-4o-mini} for {@code gpt-4o}. Used for one sample.
 */
final class ServedBy {

    private static final int LONGEST_NAME = 200;
    private static final String LATEST = "-latest";
    /**
     * A date, or three or four digits. One or two digits are another model: {@code claude-sonnet-4-5} is no claude-sonnet-4.
     */
    private static final Pattern VERSION = Pattern.compile("-(?:\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{3,4})");

    private final String asked;
    private final List<String> alsoServedAs;
    private @Nullable String name;
    private boolean fallback;

    /**
     * @param alsoServedAs names under which the operator knows the model to be served
     */
    ServedBy(String asked, List<String> alsoServedAs) {
        this.asked = asked;
        this.alsoServedAs = List.copyOf(alsoServedAs);
    }

    void note(String served) {
        boolean another = !isAsked(served);
        // One reply of another model is enough to confound the sample, so that one's name is kept.
        if (another || !fallback) {
            name = Screening.of(served, LONGEST_NAME).text();
        }
        fallback |= another;
    }

    /** Null where nobody served yet. */
    @Nullable
    String name() {
        return name;
    }

    boolean isFallback() {
        return fallback;
    }

    private boolean isAsked(String served) {
        String stem = asked.endsWith(LATEST) ? asked.substring(0, asked.length() - LATEST.length()) : asked;
        return served.equals(asked) || alsoServedAs.contains(served)
                || (served.startsWith(stem) && VERSION.matcher(served.substring(stem.length())).matches());
    }
}
