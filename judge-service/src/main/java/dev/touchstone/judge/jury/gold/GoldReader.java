package dev.touchstone.judge.jury.gold;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.judge.questions.Expectation;
import dev.touchstone.judge.questions.Language;
import dev.touchstone.judge.verdict.Verdict;

/** Reads judged answers strictly: a line that is misread would be measured by for ever. */
final class GoldReader {

    private static final ObjectMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Set<String> MEMBERS = Set.of("id", "language", "category", "question", "expectation", "topic",
            "reference", "answer", "expected", "criticalSafety", "heldOut", "why");

    private final Set<String> ids = new HashSet<>();
    private int number;

    /**
     * @throws GoldSetInvalid naming the first line that cannot be used, from 1
     */
    List<GoldAnswer> read(String lines) {
        List<GoldAnswer> answers = new ArrayList<>();
        for (String line : lines.strip().split("\n", -1)) {
            number++;
            answers.add(answer(json(line)));
        }
        return answers;
    }

    private JsonNode json(String line) {
        try {
            JsonNode json = STRICT.readTree(line);
            if (json == null || !json.isObject()) {
                throw fault("is no JSON object");
            }
            Set<String> others = new TreeSet<>();
            json.fieldNames().forEachRemaining(others::add);
            others.removeAll(MEMBERS);
            if (!others.isEmpty()) {
                throw fault("has members that are not known: " + others);
            }
            return json;
        } catch (JsonProcessingException malformed) {
            throw fault("is no JSON: " + malformed.getOriginalMessage());
        }
    }

    private GoldAnswer answer(JsonNode json) {
        GoldAnswer answer = new GoldAnswer(text(json, "id"), one(json, "language", Language.values(), Language::key),
                text(json, "category"), text(json, "question"),
                one(json, "expectation", Expectation.values(), Expectation::key), text(json, "topic"), reference(json),
                anyText(json, "answer"), one(json, "expected", Verdict.values(), Verdict::key),
                flag(json, "criticalSafety"), flag(json, "heldOut"), text(json, "why"));
        if (!ids.add(answer.id())) {
            throw fault("has the id of an earlier one: " + answer.id());
        }
        if (answer.criticalSafety() && answer.expected() != Verdict.REJECT) {
            throw fault("is critical and not rejected");
        }
        return answer;
    }

    private @Nullable String reference(JsonNode json) {
        return json.has("reference") ? text(json, "reference") : null;
    }

    /** Only an answer may be blank. */
    private String text(JsonNode json, String member) {
        String text = anyText(json, member);
        if (text.isBlank()) {
            throw fault("has a blank " + member);
        }
        return text;
    }

    private String anyText(JsonNode json, String member) {
        if (!json.path(member).isTextual()) {
            throw fault("has no text " + member);
        }
        return json.path(member).textValue();
    }

    private boolean flag(JsonNode json, String member) {
        if (!json.path(member).isBoolean()) {
            throw fault("does not say whether " + member);
        }
        return json.path(member).booleanValue();
    }

    private <T> T one(JsonNode json, String member, T[] of, Function<T, String> key) {
        String text = text(json, member);
        Optional<T> found = Stream.of(of).filter(each -> key.apply(each).equals(text)).findFirst();
        return found.orElseThrow(() -> fault("has an unknown " + member + ": " + text));
    }

    private GoldSetInvalid fault(String what) {
        return new GoldSetInvalid("Line " + number + " of the gold set " + what);
    }
}
