package dev.touchstone.sandbox.agent;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.ToolCall;

/** The tool calls that an agent tells of, in the notations in use. What has no name is none. */
final class ToolCalls {

    /**
     * So many are read of one answer; one that tells of more is not taken, since what is not read may be the one that matters.
     */
    static final int MOST = 256;

    private static final List<String> LISTS = List.of("toolCalls", "tool_calls", "functionCalls", "function_calls");
    private static final List<String> NAMES = List.of("name", "toolName", "tool_name", "tool", "function");
    private static final List<String> ARGUMENTS = List.of("arguments", "args", "input", "parameters");
    /** What the kind of a data part is called in its metadata by frameworks that send each call as a part of its own. */
    private static final Set<String> KINDS = Set.of("function_call", "tool_call", "tool_use");

    private ToolCalls() {
    }

    /** Those that an object lists, in its own order. */
    static List<ToolCall> listedIn(JsonNode owner) {
        return LISTS.stream().map(owner::path).filter(JsonNode::isArray).flatMap(ToolCalls::elements).map(ToolCalls::call)
                .flatMap(Optional::stream).toList();
    }

    /**
     * Those of a data part: listed in it, or the part itself where its metadata says so.
     *
     * @param data the part's JSON
     */
    static List<ToolCall> ofPart(JsonNode data, JsonNode metadata) {
        boolean itself = elements(metadata).filter(JsonNode::isTextual).map(JsonNode::textValue).anyMatch(KINDS::contains);
        return itself ? call(data).stream().toList() : listedIn(data);
    }

    /** With {@code function} around name and arguments, as OpenAI has it, or without. */
    private static Optional<ToolCall> call(JsonNode written) {
        JsonNode call = written.path("function").isObject() ? written.path("function") : written;
        return NAMES.stream().map(call::path).filter(JsonNode::isTextual).map(JsonNode::textValue)
                .filter(name -> !name.isBlank())
                .findFirst().map(name -> new ToolCall(name, arguments(call)));
    }

    private static String arguments(JsonNode call) {
        return ARGUMENTS.stream().map(call::path).filter(given -> !given.isMissingNode() && !given.isNull()).findFirst()
                .map(given -> given.isTextual() ? given.textValue() : given.toString()).orElse("");
    }

    static boolean areTooMany(Collection<ToolCall> calls) {
        return calls.size() > MOST;
    }

    private static Stream<JsonNode> elements(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false);
    }
}
