package dev.touchstone.sandbox.agent;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.Tokens;

/** The tokens that an agent says it took, in the notations in use. A figure that cannot be one is none. */
final class TokenCounts {

    private static final List<String> INPUT = List.of("inputTokens", "input_tokens", "promptTokens", "prompt_tokens",
            "promptTokenCount", "prompt_token_count");
    private static final List<String> OUTPUT = List.of("outputTokens", "output_tokens", "completionTokens",
            "completion_tokens", "candidatesTokenCount", "candidates_token_count");
    /** As no model has, so that sums stay sums. */
    private static final long TOO_MANY = 1_000_000_000_000L;

    private TokenCounts() {
    }

    /** Of the first of these objects that tells, itself or in a member for usage; null where none does. */
    static @Nullable Tokens in(List<JsonNode> owners) {
        return owners.stream().flatMap(owner -> Stream.concat(usages(owner), Stream.of(owner))).map(TokenCounts::of)
                .flatMap(Optional::stream).findFirst().orElse(null);
    }

    /** As {@code usage}, {@code tokenUsage} or {@code adk_usage_metadata}. */
    private static Stream<JsonNode> usages(JsonNode owner) {
        return owner.propertyStream().filter(member -> member.getValue().isObject()
                && member.getKey().toLowerCase(Locale.ROOT).contains("usage")).map(Map.Entry::getValue);
    }

    private static Optional<Tokens> of(JsonNode usage) {
        Long input = count(usage, INPUT);
        Long output = count(usage, OUTPUT);
        return input == null && output == null ? Optional.empty() : Optional.of(new Tokens(input, output));
    }

    private static @Nullable Long count(JsonNode usage, List<String> names) {
        return names.stream().map(usage::path).filter(JsonNode::isNumber)
                .filter(figure -> figure.canConvertToExactIntegral() && figure.canConvertToLong())
                .map(JsonNode::longValue).filter(figure -> figure >= 0 && figure < TOO_MANY).findFirst().orElse(null);
    }
}
