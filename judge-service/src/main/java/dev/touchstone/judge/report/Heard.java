package dev.touchstone.judge.report;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.touchstone.judge.jury.Screened;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.ToolUse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What was heard of the agent, without secrets: the form in which an answer is kept. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({ @JsonSubTypes.Type(value = Heard.Answered.class, name = "answered"),
        @JsonSubTypes.Type(value = Heard.Unanswered.class, name = "failed") })
public sealed interface Heard {

    /**
     * @param toolUses that the answer shows, without secrets
     * @param tokens as the agent counts them
     */
    @RegisterForReflection
    record Answered(Screened answer, List<ToolUse> toolUses, Tokens tokens) implements Heard {

        public Answered {
            toolUses = List.copyOf(toolUses);
        }
    }

    /**
     * @param code of the relay, stable
     * @param detail for people
     * @param refused whether the way out said no; otherwise it did not work
     */
    @RegisterForReflection
    record Unanswered(String code, String detail, boolean refused) implements Heard {
    }
}
