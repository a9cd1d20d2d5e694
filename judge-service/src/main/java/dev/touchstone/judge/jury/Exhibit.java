package dev.touchstone.judge.jury;

import dev.touchstone.judge.questions.Question;

/** What a juror is shown: the question and the screened answer. */
public record Exhibit(Question question, Screened answer) {
}
