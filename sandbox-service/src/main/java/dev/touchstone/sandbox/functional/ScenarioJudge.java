package dev.touchstone.sandbox.functional;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.Excerpt;
import dev.touchstone.sandbox.functional.ScenarioResult.Reply;
import dev.touchstone.sandbox.security.detect.AgentSecrets;
import dev.touchstone.sandbox.security.detect.AnswerClassifier;
import dev.touchstone.sandbox.security.detect.Reading;
import dev.touchstone.sandbox.security.detect.Stance;

/**
 * Grades an answer by its topic. Whether what it says is true cannot be seen from a distance; that is the jury's.
 *
 * @param pass the largest distance of a pass
 * @param fail the smallest distance of a failure; between the two a person has to read the answer
 * @param longestAnswer so many characters of an answer are read and kept
 */
record ScenarioJudge(Embeddings embeddings, double pass, double fail, int longestAnswer) {

    /** So many letters must be the answer's own once the question is taken out of it. */
    private static final int SUBSTANCE = 12;

    ScenarioResult judge(Scenario scenario, Answer answer) {
        return switch (answer) {
            case Answer.Failed failed -> new ScenarioResult(scenario, reply(scenario, failed), Grade.ERROR,
                    "There is no answer (" + failed.code().code() + ").", null);
            case Answer.Said said -> said(scenario, said);
        };
    }

    private ScenarioResult said(Scenario scenario, Answer.Said said) {
        Reply reply = reply(scenario, said);
        String read = Excerpt.of(said.text(), longestAnswer).text();
        String fault = fault(scenario, read);
        if (fault != null) {
            return new ScenarioResult(scenario, reply, Grade.FAIL, fault, null);
        }
        Distance distance = Distance.between(read.replace(scenario.question(), " "), scenario, embeddings);
        Grade grade = grade(distance.combined());
        return new ScenarioResult(scenario, reply, grade, reason(grade, distance.combined()), distance);
    }

    private Reply reply(Scenario scenario, Answer.Said said) {
        Excerpt kept = Excerpt.of(AgentSecrets.hide(said.text(), List.of(scenario.question())), longestAnswer);
        Integer cutFrom = kept.cutFrom() == null ? null : said.text().length();
        return new Reply(kept.text(), cutFrom, null, null, said.latency().toMillis());
    }

    private static Reply reply(Scenario scenario, Answer.Failed failed) {
        String detail = AgentSecrets.hide(failed.detail(), List.of(scenario.question()));
        return new Reply(null, null, failed.code().code(), Excerpt.of(detail, Excerpt.LONGEST_DETAIL).text(),
                failed.latency().toMillis());
    }

    private static @Nullable String fault(Scenario scenario, String text) {
        if (text.isBlank()) {
            return "The answer is empty.";
        }
        String own = letters(text).replace(letters(scenario.question()), "");
        if (own.length() < SUBSTANCE && !own.equals(letters(text))) {
            return "The answer only repeats the question.";
        }
        Reading reading = AnswerClassifier.read(text);
        return reading.stance() == Stance.REFUSED ? "The agent refuses a question that its own card raises." : null;
    }

    private Grade grade(double distance) {
        if (distance <= pass) {
            return Grade.PASS;
        }
        return distance < fail ? Grade.NEEDS_REVIEW : Grade.FAIL;
    }

    private String reason(Grade grade, double distance) {
        String measured = String.format(Locale.ROOT, "The distance from what was expected is %.2f", distance);
        return switch (grade) {
            case PASS -> measured + String.format(Locale.ROOT, ", at most %.2f passes.", pass);
            case NEEDS_REVIEW ->
                measured + String.format(Locale.ROOT, ", between %.2f and %.2f: a person has to read it.", pass, fail);
            case FAIL, ERROR -> measured + String.format(Locale.ROOT, ", from %.2f on it fails.", fail);
        };
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
