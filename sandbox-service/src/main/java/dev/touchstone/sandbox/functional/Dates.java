package dev.touchstone.sandbox.functional;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The dates of a text in one notation, {@code 2026-03-05}, or {@code --03-05} where no year stands beside it. */
final class Dates {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
            + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?\\b";
    private static final List<Form> FORMS = List.of(
            new Form("(?<!\\d)(\\d{4})(?:[-/.]|年) ?(\\d{1,2})(?:[-/.]|月) ?(\\d{1,2})(?!\\d)日?", 1, 2, 3),
            new Form("(?<![\\d年])(?<!年 )(\\d{1,2})月 ?(\\d{1,2})日", 0, 1, 2),
            new Form("\\b" + MONTH + " " + DAY + "(?:,? (\\d{4})\\b)?", 3, 1, 2),
            new Form("\\b" + DAY + "(?: of)? " + MONTH + "(?:,? (\\d{4})\\b)?", 3, 2, 1));
    private static final int YEAR = "2026".length();

    private Dates() {
    }

    /** One way to write a date; the others are the groups of the parts, 0 for one that is not there. */
    private record Form(Pattern pattern, int year, int month, int day) {

        Form(String expression, int year, int month, int day) {
            this(Pattern.compile(expression, Pattern.CASE_INSENSITIVE), year, month, day);
        }

        @Nullable
        String read(MatchResult written) {
            int month = numberOf(written.group(month()));
            int day = Integer.parseInt(written.group(day()));
            String year = year() == 0 || written.group(year()) == null ? "-" : written.group(year());
            return month < 1 || month > 12 || day < 1 || day > 31 ? null
                    : String.format(Locale.ROOT, "%s-%02d-%02d", year, month, day);
        }
    }

    static Set<String> in(String text) {
        String plain = Folded.of(text);
        Set<String> dates = new LinkedHashSet<>();
        FORMS.forEach(form -> form.pattern().matcher(plain).results().forEach(written -> {
            String date = form.read(written);
            if (date != null) {
                dates.add(date);
            }
        }));
        return dates;
    }

    /** The text, folded (NFKC), with blanks where dates were. */
    static String without(String text) {
        String rest = Folded.of(text);
        for (Form form : FORMS) {
            rest = form.pattern().matcher(rest).replaceAll(" ");
        }
        return rest;
    }

    /** A date without a year is the same as one of any year. */
    static boolean same(String one, String other) {
        boolean yearless = one.startsWith("--") || other.startsWith("--");
        return yearless ? dayOf(one).equals(dayOf(other)) : one.equals(other);
    }

    private static String dayOf(String date) {
        return date.substring(date.startsWith("--") ? 1 : YEAR);
    }

    private static int numberOf(String written) {
        return Character.isDigit(written.charAt(0)) ? Integer.parseInt(written)
                : MONTHS.indexOf(written.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    }
}
