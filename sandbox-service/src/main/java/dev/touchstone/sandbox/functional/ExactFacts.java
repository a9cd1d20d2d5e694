package dev.touchstone.sandbox.functional;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.touchstone.sandbox.suite.Language;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Each of the {@link Facts} of an expected answer by itself, with links and whole dates besides, and what an answer has in
 * its place. Another figure stands in a figure's place only where it counts the same: 135 minutes are no contradiction of two
 * hours, and nobody here converts them.
 */
record ExactFacts(List<Fact> facts) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'`（）「」、。]{1,300}", Pattern.CASE_INSENSITIVE);

    ExactFacts {
        facts = List.copyOf(facts);
    }

    /** What a fact is. */
    enum Kind {
        FIGURE,
        DATE,
        NAME,
        CODE,
        LINK;

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One fact of the expected answer that the question does not say already.
     *
     * @param text figures without separators, dates as ISO 8601 has them, all else as it was expected
     * @param kept whether the answer has it, in any notation
     * @param instead the other figure or date of the answer, null where there is none
     */
    @RegisterForReflection
    record Fact(Kind kind, String text, boolean kept, @Nullable String instead) {

        private boolean measures() {
            return kind == Kind.FIGURE || kind == Kind.DATE;
        }
    }

    static ExactFacts of(String question, String expected, String answer, Language language) {
        Text wanted = new Text(expected);
        Text said = new Text(answer);
        Text asked = new Text(question);
        List<Fact> facts = new ArrayList<>(figures(wanted, said, asked));
        facts.addAll(dates(wanted, said, asked));
        facts.addAll(words(Kind.LINK, wanted.links(), said, asked));
        facts.addAll(words(Kind.CODE, Facts.code(wanted.prose()), said, asked));
        facts.addAll(words(Kind.NAME, Facts.names(wanted.prose(), language), said, asked));
        return new ExactFacts(facts.stream().limit(Facts.MOST).toList());
    }

    /** Whether the answer has none of the figures and dates, but another in the place of one. */
    boolean contradicted() {
        List<Fact> measured = facts.stream().filter(Fact::measures).toList();
        return measured.stream().noneMatch(Fact::kept) && measured.stream().anyMatch(fact -> fact.instead() != null);
    }

    /** A text and what it holds exactly; its prose is what is left without links and dates. */
    private record Text(String plain, Set<String> links, Set<String> dates, String prose, Set<String> numbers) {

        Text(String whole) {
            this(Facts.plain(whole), linksOf(whole), Dates.in(LINK.matcher(whole).replaceAll(" ")),
                    Dates.without(LINK.matcher(whole).replaceAll(" ")), Numbers.in(whole));
        }

        private static Set<String> linksOf(String whole) {
            return LINK.matcher(whole).results().map(MatchResult::group).map(link -> link.replaceFirst("[/.,;:!?)\\]]+$", ""))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        boolean says(String words) {
            return plain.contains(Facts.plain(words));
        }
    }

    private static List<Fact> figures(Text wanted, Text said, Text asked) {
        List<Numbers.Figure> expected = news(Numbers.figures(wanted.prose()), asked);
        Set<String> values = expected.stream().map(Numbers.Figure::value).collect(Collectors.toSet());
        List<Numbers.Figure> others = news(Numbers.figures(said.prose()), asked).stream()
                .filter(figure -> !values.contains(figure.value())).toList();
        return expected.stream().map(figure -> {
            boolean kept = said.numbers().contains(figure.value());
            return new Fact(Kind.FIGURE, figure.value(), kept, kept ? null
                    : first(others.stream().filter(other -> other.unit().equals(figure.unit())).map(Numbers.Figure::value)));
        }).distinct().toList();
    }

    private static List<Numbers.Figure> news(List<Numbers.Figure> figures, Text asked) {
        return figures.stream().filter(figure -> !asked.numbers().contains(figure.value())).toList();
    }

    private static List<Fact> dates(Text wanted, Text said, Text asked) {
        return wanted.dates().stream().filter(Predicate.not(date -> has(asked, date))).map(date -> {
            boolean kept = has(said, date);
            Stream<String> others = said.dates().stream().filter(other -> !has(asked, other) && !has(wanted, other));
            return new Fact(Kind.DATE, date, kept, kept ? null : first(others));
        }).toList();
    }

    private static boolean has(Text text, String date) {
        return text.dates().stream().anyMatch(each -> Dates.same(each, date));
    }

    private static List<Fact> words(Kind kind, Set<String> words, Text said, Text asked) {
        return words.stream().filter(Predicate.not(asked::says)).map(each -> new Fact(kind, each, said.says(each), null))
                .toList();
    }

    private static @Nullable String first(Stream<String> values) {
        return values.findFirst().orElse(null);
    }
}
