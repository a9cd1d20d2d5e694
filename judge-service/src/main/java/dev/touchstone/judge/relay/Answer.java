package dev.touchstone.judge.relay;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.ToolUse;

/** What came back from the agent. There is no third case: a relay that is away is an exception. */
public sealed interface Answer {

    /**
     * @param text as the agent wrote it: hostile
     * @param toolUses that the agent tells of, of any size: hostile
     * @param tokens as the agent counts them
     * @param latencyMillis null where the relay did not measure it
     */
    record Given(String text, List<ToolUse> toolUses, Tokens tokens, @Nullable Long latencyMillis) implements Answer {

        public Given {
            toolUses = List.copyOf(toolUses);
        }
    }

    /**
     * @param code stable, as {@code timeout}
     * @param detail for people
     * @param refused whether the way out said no; otherwise it did not work
     */
    record Missing(String code, String detail, boolean refused, @Nullable Long latencyMillis) implements Answer {
    }
}
