package dev.touchstone.judge.report;

import java.util.List;

import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.verdict.QuestionVerdict;
import dev.touchstone.judge.verdict.VerdictPolicy;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** One line of {@code judge_report.jsonl}: all that led to the verdict on one answer. */
@RegisterForReflection
record ReportLine(Question question, String expected, Heard heard, List<Opinion> opinions, QuestionVerdict result) {

    static ReportLine of(Examined examined, VerdictPolicy policy) {
        return new ReportLine(examined.question(), examined.question().expectation().words(), examined.heard(),
                examined.opinions(), examined.verdict(policy));
    }
}
