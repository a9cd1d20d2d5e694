package dev.touchstone.judge.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.verdict.QuestionRules;
import dev.touchstone.judge.verdict.QuestionVerdict;
import dev.touchstone.judge.verdict.VerdictPolicy;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A question that was asked and judged: what is stored so that it is never asked twice.
 *
 * @param latencyMillis null where it was not measured; for the relay's log only, since it differs between equal reviews
 * @param opinions of all seated jurors, empty where the agent did not answer
 */
@RegisterForReflection
public record Examined(Question question, Heard heard, @Nullable Long latencyMillis, List<Opinion> opinions) {

    public Examined {
        opinions = List.copyOf(opinions);
    }

    QuestionVerdict verdict(VerdictPolicy policy) {
        return switch (heard) {
            case Heard.Answered(var answer, var toolUses, var tokens) -> QuestionRules.decide(opinions, answer.flags(), policy);
            case Heard.Unanswered silence -> QuestionRules.unanswered(silence.code());
        };
    }
}
