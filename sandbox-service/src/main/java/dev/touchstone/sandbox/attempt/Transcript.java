package dev.touchstone.sandbox.attempt;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.Span;
import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.ToolCall;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What was said in one case or scenario, as it is kept. A verdict goes by this and nothing else, so that whoever has it can
 * judge again: secrets were searched in all that came, and what was found is written down here before it was masked and cut.
 *
 * @param turns in their order; only the last may lack an answer
 * @param failure why the last prompt has no answer, null where all have
 * @param assessments what language models said of it, in the order in which they were asked; empty where none was
 */
@RegisterForReflection
public record Transcript(List<Turn> turns, @Nullable Failure failure, List<Assessment> assessments) {

    public Transcript {
        turns = List.copyOf(turns);
        assessments = List.copyOf(assessments);
    }

    /**
     * One prompt and what came back; hostile text.
     *
     * @param prompt as it was sent, with every secret of ours masked
     * @param heard null where there is no answer
     */
    @RegisterForReflection
    public record Turn(String prompt, @Nullable Heard heard, long latencyMillis) {
    }

    /**
     * An answer as it is kept.
     *
     * @param text masked, then cut
     * @param cutFrom how long the answer was in UTF-16 units if only its beginning is here, null where it is whole
     * @param secrets what was found in the whole of it before anything was masked: the positions are those of the original
     * @param toolCalls masked and cut as well
     */
    @RegisterForReflection
    public record Heard(String text, @Nullable Integer cutFrom, List<Span> secrets, List<ToolCall> toolCalls,
            @Nullable Tokens tokens) {

        public Heard {
            secrets = List.copyOf(secrets);
            toolCalls = List.copyOf(toolCalls);
        }
    }

    /**
     * Why there is no answer.
     *
     * @param detail for people; masked and cut
     * @param secrets as of an answer: an error may be a leak
     */
    @RegisterForReflection
    public record Failure(String code, String detail, List<Span> secrets) {

        public Failure {
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * What a language model said of a conversation, or that it said nothing usable.
     *
     * @param role what it was asked as, such as {@code grader}
     * @param model that really answered, as it calls itself; null where none did
     * @param verdict in the words that its instructions give it, null where there is no usable answer
     * @param reason its own words, hostile; or why there is no usable answer
     * @param evidence the words of the conversation that it goes by, as they stand there; null where it names none
     * @param promptDigest {@code sha256:} of the instructions that it was given
     */
    @RegisterForReflection
    public record Assessment(String role, @Nullable String model, @Nullable String verdict, String reason,
            @Nullable String evidence, @Nullable Tokens tokens, String promptDigest) {
    }
}
