package dev.touchstone.judge.jury.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Criterion;
import dev.touchstone.judge.jury.Finding;
import dev.touchstone.judge.jury.Span;
import dev.touchstone.judge.jury.reference.Similarities.Fact;
import dev.touchstone.judge.jury.reference.Similarities.Measured;

/** The measures as yes-or-no checks, each with the words of the answer that show it, where it shows them literally. */
record ReferenceChecks(String answer, Weighing weighing) {

    private static final int SHOWN_TERMS = 8;

    List<Finding> of(Measured measured) {
        List<Finding> findings = new ArrayList<>();
        if (measured.embedding() != null) {
            findings.add(nearInMeaning(measured.embedding()));
        }
        if (measured.overlap() != null) {
            findings.add(sharesTerms(measured.overlap(), measured.shared()));
        }
        measured.facts().forEach(fact -> findings.add(keeps(fact)));
        return findings;
    }

    private Finding nearInMeaning(double similarity) {
        return finding("near_in_meaning", weighing.meaning().isNear(similarity), String.format(Locale.ROOT,
                "The similarity by meaning is %.2f; from %.2f on an answer is near.", similarity, weighing.meaning().near()),
                null);
    }

    private Finding sharesTerms(double overlap, List<String> shared) {
        String shown = shared.stream().limit(SHOWN_TERMS).map(Weighing::quote).collect(Collectors.joining(", "));
        return finding("shares_terms", weighing.words().isNear(overlap), String.format(Locale.ROOT,
                "The answer holds %.2f of the expected words%s; from %.2f on an answer is near.", overlap,
                shown.isEmpty() ? "" : ", as " + shown, weighing.words().near()),
                shared.stream().flatMap(term -> Stream.ofNullable(literal(term))).findFirst().orElse(null));
    }

    private Finding keeps(Fact fact) {
        String expected = "The expected " + fact.kind() + " " + Weighing.quote(fact.text());
        String said = fact.kept() ? fact.text() : fact.instead();
        return finding("keeps_" + fact.kind(), fact.kept(), fact.kept() ? expected + " is in the answer."
                : fact.instead() == null ? expected + " is not in the answer."
                        : expected + " is not in the answer, but " + Weighing.quote(fact.instead()) + ".",
                said == null ? null : fact.kind().equals("figure") ? figure(said) : literal(said));
    }

    private static Finding finding(String check, boolean met, String reason, @Nullable Span evidence) {
        return new Finding(check, Criterion.TASK_COMPLETION, 1, met, reason, evidence);
    }

    private @Nullable Span literal(String words) {
        return first(Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** With separators or without, in half or full width; in words or kanji it is not found. */
    private @Nullable Span figure(String digits) {
        String anyWidth = digits.chars().mapToObj(ReferenceChecks::anyWidth).collect(Collectors.joining("[,，]?"));
        return first(Pattern.compile("(?<![0-9０-９])" + anyWidth + "(?![0-9０-９])"));
    }

    private static String anyWidth(int character) {
        return character == '.' ? "[.．]" : "[" + (char) character + (char) ('０' + character - '0') + "]";
    }

    private @Nullable Span first(Pattern pattern) {
        Matcher matcher = pattern.matcher(answer);
        return matcher.find() ? Span.of(answer, matcher.start(), matcher.end()) : null;
    }
}
