package dev.touchstone.judge.jury;

import java.util.List;

import dev.touchstone.judge.questions.Question;

/**
 * What a juror is shown: the question, the screened answer, and the uses of tools that the answer shows.
 *
 * @param toolUses empty where none is shown, which does not mean that none was used
 */
public record Exhibit(Question question, Screened answer, List<ToolUse> toolUses) {

    public Exhibit {
        toolUses = List.copyOf(toolUses);
    }
}
