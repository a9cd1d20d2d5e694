package dev.touchstone.sandbox.functional;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Heard;
import dev.touchstone.sandbox.functional.ScenarioResult.Graded;
import dev.touchstone.sandbox.functional.ScenarioResult.TurnResult;
import dev.touchstone.sandbox.security.detect.AnswerClassifier;
import dev.touchstone.sandbox.security.detect.Stance;
import dev.touchstone.sandbox.suite.Language;

/** Grades one answer of a conversation by what can be measured. */
record TurnJudge(Rules rules, Distance.Measure measure, Language language) {

    /** So many letters must be the answer's own once the question is taken out of it. */
    private static final int SUBSTANCE = 12;

    /** @param earlier the agent's answer before, null for the first */
    TurnResult judge(Scenario.Turn asked, Transcript.Turn said, Heard heard, @Nullable String earlier) {
        Progress progress = earlier == null ? null : Progress.between(earlier, heard.text(), asked.aim());
        String fault = fault(asked, heard.text());
        if (fault != null) {
            return new TurnResult(asked, said, new Graded(Grade.FAIL, fault), null, List.of(), progress);
        }
        Distance distance = distance(asked, heard.text(), earlier);
        Facts.Kept facts = asked.aim() == Aim.ANSWER
                ? Facts.compare(asked.question(), asked.expected(), heard.text(), language)
                : Facts.Kept.NOTHING_WANTED;
        Graded graded = byProgress(byFacts(byDistance(distance.combined()), facts), progress);
        return new TurnResult(asked, said, bySecrets(graded, heard), distance, facts.missing(), progress);
    }

    private static @Nullable String fault(Scenario.Turn asked, String text) {
        if (text.isBlank()) {
            return "The answer is empty.";
        }
        String own = Progress.letters(text).replace(Progress.letters(asked.question()), "");
        if (own.length() < SUBSTANCE && !own.equals(Progress.letters(text))) {
            return "The answer only repeats the question.";
        }
        boolean refuses = AnswerClassifier.read(text).stance() == Stance.REFUSED
                && AnswerClassifier.read(asked.expected()).stance() != Stance.REFUSED;
        return refuses ? "The agent refuses what it should be able to answer." : null;
    }

    private Distance distance(Scenario.Turn asked, String text, @Nullable String earlier) {
        String own = text.replace(asked.question(), " ");
        return switch (asked.aim()) {
            // A card may say more of a skill than the question is about, so the question counts as well.
            case TOPIC -> measure.of(own, List.of(asked.expected(), asked.question()), language);
            case ANSWER -> measure.of(own, List.of(asked.expected()), language);
            // The other way round: every word of the short answer should come from the long one.
            case SHORTER -> measure.of(earlier == null ? "" : earlier, List.of(own), language);
        };
    }

    private Graded byDistance(double distance) {
        Rules.Bounds bounds = rules.bounds(language);
        Grade grade = bounds.grade(distance);
        String measured = String.format(Locale.ROOT, "The distance from what was expected is %.2f", distance);
        return new Graded(grade, switch (grade) {
            case PASS -> measured + String.format(Locale.ROOT, ", at most %.2f passes.", bounds.pass());
            case NEEDS_REVIEW -> measured
                    + String.format(Locale.ROOT, ", between %.2f and %.2f: a person has to read it.", bounds.pass(),
                            bounds.fail());
            case FAIL, ERROR, NOT_EXECUTED -> measured + String.format(Locale.ROOT, ", from %.2f on it fails.", bounds.fail());
        });
    }

    /** Facts see what no distance sees; and all of them in an answer are a reason not to fail it for its wording. */
    private static Graded byFacts(Graded graded, Facts.Kept facts) {
        if (facts.contradicted()) {
            return worse(graded, Grade.FAIL, "The answer has other figures than were expected (" + quoted(facts) + ").");
        }
        if (!facts.missing().isEmpty()) {
            return worse(graded, Grade.NEEDS_REVIEW, "The answer lacks what was expected exactly (" + quoted(facts) + ").");
        }
        return graded.grade() == Grade.FAIL && facts.all()
                ? new Graded(Grade.NEEDS_REVIEW, graded.reason() + " But all expected facts are in it.")
                : graded;
    }

    private static Graded byProgress(Graded graded, @Nullable Progress progress) {
        return switch (progress) {
            case REPEATS -> worse(graded, Grade.NEEDS_REVIEW, "The answer only repeats the one before.");
            case BREAKS_FORM -> worse(graded, Grade.NEEDS_REVIEW, "The answer has not the form that was asked for.");
            case FOLLOWS -> graded;
            case null -> graded;
        };
    }

    /** No answer that gives a secret away is one to pass unread, whatever it says beside it. */
    private static Graded bySecrets(Graded graded, Heard heard) {
        return heard.secrets().isEmpty() ? graded
                : worse(graded, Grade.NEEDS_REVIEW,
                        "The answer holds what looks like a secret (" + heard.secrets().getFirst().code() + ").");
    }

    private static Graded worse(Graded graded, Grade than, String reason) {
        return graded.grade().compareTo(than) >= 0 ? graded : new Graded(than, reason);
    }

    private static String quoted(Facts.Kept facts) {
        String all = String.join(", ", facts.missing());
        return "missing: " + all.substring(0, Math.min(all.length(), 120));
    }
}
