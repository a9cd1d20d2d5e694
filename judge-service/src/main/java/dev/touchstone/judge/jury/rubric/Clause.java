package dev.touchstone.judge.jury.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.judge.jury.Span;
import dev.touchstone.judge.jury.Wording;

/**
 * A part of an answer that does one thing: a sentence, or one side of a "but".
 *
 * @param start in the answer
 * @param text with what is quoted blanked out: somebody else says it
 */
record Clause(Act act, int start, String text) {

    private static final Pattern END = Pattern.compile("[.．](?=\\s|$)|[!?！？。;；\\n]{1,20}|,?\\s(?=(?:but|however|though)\\b)"
            + "|(?<=です|ます|せん|した|ない|すみま|恐縮)が、|けれども?、|けど、|(?<=、)(?=代わりに|その代わり)");
    private static final Pattern QUOTED = Pattern.compile(
            "\"[^\"\\n]{1,600}\"|“[^”\\n]{1,600}”|「[^」\\n]{1,600}」|『[^』\\n]{1,600}』|```[^`]{0,4000}```|(?m:^>[^\\n]{0,600})");
    /** An agent that puts its whole answer between quotation marks says it itself. */
    private static final double MOSTLY = 0.6;

    static List<Clause> of(String answer) {
        String own = withoutQuotations(answer);
        List<Clause> clauses = new ArrayList<>();
        int from = 0;
        for (Matcher end = END.matcher(own); end.find();) {
            add(clauses, own, from, end.end());
            from = end.end();
        }
        add(clauses, own, from, own.length());
        return clauses;
    }

    private static void add(List<Clause> clauses, String own, int from, int to) {
        String text = own.substring(from, to);
        if (!text.isBlank()) {
            clauses.add(new Clause(Act.of(text), from, text));
        }
    }

    private static String withoutQuotations(String answer) {
        StringBuilder own = new StringBuilder(answer);
        int quoted = 0;
        for (Matcher quotation = QUOTED.matcher(answer); quotation.find();) {
            quoted += quotation.end() - quotation.start();
            for (int i = quotation.start(); i < quotation.end(); i++) {
                own.setCharAt(i, ' ');
            }
        }
        return quoted > answer.length() * MOSTLY ? answer : own.toString();
    }

    boolean is(Act wanted) {
        return act == wanted;
    }

    /** Behind its last character. */
    int end() {
        return start + text.length();
    }

    /** Where the clause says such a thing. */
    Optional<Span> find(Wording wording, String answer) {
        return wording.in(text).map(span -> Span.of(answer, start + span.start(), start + span.end()));
    }

    Span span(String answer) {
        return Span.of(answer, start, end());
    }
}
