package dev.touchstone.sandbox.security;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.Span;
import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.attempt.NotATranscript;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Assessment;
import dev.touchstone.sandbox.attempt.Transcript.Failure;
import dev.touchstone.sandbox.attempt.Transcript.Heard;
import dev.touchstone.sandbox.attempt.Transcript.Turn;
import dev.touchstone.sandbox.suite.SuiteCase;
import dev.touchstone.sandbox.suite.SuiteLine;

/**
 * A case and what was said in it: a checkpoint of the attempt, a line of its transcript, and all that its verdict goes by.
 *
 * @param transcript null where the agent was not asked
 * @param notExecuted why it was not, null where it was
 */
record CaseLine(SuiteCase test, @Nullable Transcript transcript, @Nullable String notExecuted) {

    CaseLine {
        if ((transcript == null) == (notExecuted == null)) {
            throw new IllegalArgumentException("A case was asked, or there is a reason why not");
        }
    }

    static CaseLine of(SuiteCase test, Transcript transcript) {
        return new CaseLine(test, transcript, null);
    }

    static CaseLine notExecuted(SuiteCase test, String reason) {
        return new CaseLine(test, null, reason);
    }

    ObjectNode json() {
        ObjectNode json = EventJson.mapper().createObjectNode();
        json.set("case", SuiteLine.of(test));
        json.set("transcript", EventJson.mapper().valueToTree(transcript));
        return json.put("notExecuted", notExecuted);
    }

    /**
     * What {@link #json} made; it may come from anybody.
     *
     * @throws NotATranscript if it is something else
     */
    static CaseLine read(JsonNode json) {
        try {
            Transcript said = json.path("transcript").isObject()
                    ? EventJson.mapper().treeToValue(json.path("transcript"), Transcript.class)
                    : null;
            if (said == null || isWhole(said)) {
                return new CaseLine(SuiteLine.readCase(json.path("case")), said, json.path("notExecuted").textValue());
            }
        } catch (JsonProcessingException | RuntimeException malformed) {
            // What the parser says of it would quote the file.
        }
        throw new NotATranscript("A line is not a case and what was said in it.");
    }

    /** There is a turn, every turn but a failed last one has an answer, and it is said why the last has none. */
    private static boolean isWhole(Transcript said) {
        boolean failed = said.failure() != null;
        return !said.turns().isEmpty() && said.turns().subList(0, said.turns().size() - 1).stream()
                .allMatch(turn -> turn.heard() != null) && (said.turns().getLast().heard() == null) == failed
                && words(said).allMatch(Objects::nonNull);
    }

    /** Every text that is always there, where a foreign file may have left it out. */
    private static Stream<String> words(Transcript said) {
        List<Heard> heard = said.turns().stream().map(Turn::heard).flatMap(Stream::ofNullable).toList();
        return Stream.<Stream<String>> of(said.turns().stream().map(Turn::prompt), heard.stream().map(Heard::text),
                heard.stream().flatMap(each -> each.secrets().stream()).map(Span::code),
                heard.stream().flatMap(each -> each.toolCalls().stream()).map(ToolCall::name),
                heard.stream().flatMap(each -> each.toolCalls().stream()).map(ToolCall::arguments),
                Stream.ofNullable(said.failure()).map(Failure::code), Stream.ofNullable(said.failure()).map(Failure::detail),
                Stream.ofNullable(said.failure()).flatMap(each -> each.secrets().stream()).map(Span::code),
                said.assessments().stream().map(Assessment::role), said.assessments().stream().map(Assessment::reason))
                .flatMap(Function.identity());
    }
}
