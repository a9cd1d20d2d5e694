package dev.touchstone.judge.report.inspect;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.touchstone.judge.jury.Tokens;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tokens as the hosts counted them. */
@RegisterForReflection
record ModelUsage(@JsonProperty("input_tokens") long input, @JsonProperty("output_tokens") long output,
        @JsonProperty("total_tokens") long total) {

    /** A reply of a model. */
    record Reply(String model, Tokens tokens) {
    }

    /** By model. One whose host left a reply uncounted is left out: the format has no null, and half a sum is a wrong one. */
    static Map<String, ModelUsage> of(List<Reply> replies) {
        Map<String, List<Tokens>> byModel = replies.stream().collect(Collectors.groupingBy(Reply::model, TreeMap::new,
                Collectors.mapping(Reply::tokens, Collectors.toList())));
        Map<String, ModelUsage> usage = new TreeMap<>();
        byModel.forEach((model, tokens) -> sum(tokens).ifPresent(known -> usage.put(model, known)));
        return usage;
    }

    private static Optional<ModelUsage> sum(List<Tokens> tokens) {
        if (tokens.stream().anyMatch(each -> each.input() == null || each.output() == null)) {
            return Optional.empty();
        }
        long input = tokens.stream().map(Tokens::input).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
        long output = tokens.stream().map(Tokens::output).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
        return Optional.of(new ModelUsage(input, output, input + output));
    }
}
