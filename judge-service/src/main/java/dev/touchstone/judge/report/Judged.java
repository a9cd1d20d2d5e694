package dev.touchstone.judge.report;

import dev.touchstone.judge.verdict.QuestionVerdict;

/** A question that was asked, and what the jury's opinions come to. */
public record Judged(Examined examined, QuestionVerdict result) {
}
