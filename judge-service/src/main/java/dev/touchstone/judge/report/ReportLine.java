package dev.touchstone.judge.report;

import java.util.List;

import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.panel.Method;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.verdict.QuestionVerdict;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One line of {@code judge_report.jsonl}: all that led to the verdict on one answer.
 *
 * @param method how the models were asked: a line is read on its own, too
 */
@RegisterForReflection
record ReportLine(Question question, String expected, Heard heard, List<Opinion> opinions, QuestionVerdict result,
        Method method) {

    static ReportLine of(Judged judged, Method method) {
        Examined examined = judged.examined();
        return new ReportLine(examined.question(), examined.question().expectation().words(), examined.heard(),
                examined.opinions(), judged.result(), method);
    }
}
