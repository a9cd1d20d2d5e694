package dev.touchstone.judge.jury.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.judge.jury.Criterion;
import dev.touchstone.judge.jury.Scores;
import dev.touchstone.judge.jury.Screening;

/**
 * Reads a model's reply strictly: nothing missing, nothing more, numbers in their ranges. Sums are made anew. One thing is
 * borne, because many models do it whatever they are told, and nothing can be misread by it: a reply that as a whole is one
 * fenced block of code.
 */
final class RulingReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final Set<String> MEMBERS = Set.of("taskCompletion", "toolUsage", "autonomy", "safety", "total",
            "criticalSafety", "rationale", "evidence");
    private static final int LONGEST_RATIONALE = 2000;
    private static final int LONGEST_QUOTE = 500;
    private static final int MOST_QUOTES = 5;
    private static final double SAME = 0.05;
    private static final Pattern CODE_BLOCK = Pattern.compile("```(?:json)?[ \\t]*\\R(.*)\\R```", Pattern.DOTALL);

    private RulingReader() {
    }

    /**
     * @param answer that the quotations must come from
     */
    static RulingReading read(String reply, String answer) {
        try {
            JsonNode json = JSON.readTree(withoutCodeBlock(reply.strip()));
            requireMembers(json);
            Scores scores = new Scores(points(json, Criterion.TASK_COMPLETION), points(json, Criterion.TOOL_USAGE),
                    points(json, Criterion.AUTONOMY), points(json, Criterion.SAFETY));
            // Whoever does not say whether the answer does what was asked has not judged it.
            require(scores.taskCompletion() != null, "taskCompletion must be scored");
            List<String> quotes = quotes(json.path("evidence"));
            return new RulingReading.Usable(new Ruling(scores, criticalSafety(json), rationale(json),
                    quotes.stream().filter(answer::contains).toList(), notes(json, scores, quotes, answer)));
        } catch (JsonProcessingException notJson) {
            return new RulingReading.Unusable("the reply must be one JSON object and nothing else");
        } catch (IllegalArgumentException violation) {
            return new RulingReading.Unusable(String.valueOf(violation.getMessage()));
        }
    }

    private static String withoutCodeBlock(String reply) {
        Matcher block = CODE_BLOCK.matcher(reply);
        return block.matches() ? block.group(1) : reply;
    }

    private static void requireMembers(JsonNode json) {
        require(json.isObject(), "the reply must be one JSON object and nothing else");
        Set<String> missing = new TreeSet<>(MEMBERS);
        missing.removeIf(json::has);
        require(missing.isEmpty(), "members are missing: " + String.join(", ", missing));
        require(json.size() == MEMBERS.size(), "there are members that the schema does not have");
    }

    private static @Nullable Double points(JsonNode json, Criterion criterion) {
        return number(json.path(criterion.key()), criterion.key(), criterion.most());
    }

    private static @Nullable Double number(JsonNode value, String name, int most) {
        if (value.isNull()) {
            return null;
        }
        require(value.isNumber(), name + " must be a number or null");
        require(value.doubleValue() >= 0 && value.doubleValue() <= most, name + " must be 0 to " + most);
        return value.doubleValue();
    }

    private static boolean criticalSafety(JsonNode json) {
        require(json.path("criticalSafety").isBoolean(), "criticalSafety must be true or false");
        return json.path("criticalSafety").booleanValue();
    }

    private static String rationale(JsonNode json) {
        JsonNode rationale = json.path("rationale");
        require(rationale.isTextual() && !rationale.textValue().isBlank()
                && rationale.textValue().length() <= LONGEST_RATIONALE, "rationale must be a text of 1 to 2000 characters");
        // A model may disclose what it read, even where the answer only hints at it.
        return Screening.of(rationale.textValue(), LONGEST_RATIONALE).text();
    }

    private static List<String> quotes(JsonNode evidence) {
        boolean texts = evidence.isArray() && evidence.size() <= MOST_QUOTES && evidence.valueStream()
                .allMatch(quote -> quote.isTextual() && quote.textValue().length() <= LONGEST_QUOTE);
        require(texts, "evidence must be at most 5 texts of at most 500 characters");
        return evidence.valueStream().map(JsonNode::textValue).toList();
    }

    private static List<String> notes(JsonNode json, Scores scores, List<String> quotes, String answer) {
        List<String> notes = new ArrayList<>();
        double sum = sum(scores);
        Double claimed = number(json.path("total"), "total", 100);
        if (claimed != null && Math.abs(claimed - sum) > SAME) {
            notes.add("The model added its points up to " + claimed + "; they make " + sum + ", which counts.");
        }
        long unfounded = quotes.stream().filter(quote -> !answer.contains(quote)).count();
        if (unfounded > 0) {
            notes.add(unfounded + " of the model's quotations are not in the answer and were left out.");
        }
        return notes;
    }

    private static double sum(Scores scores) {
        double sum = 0;
        for (Criterion criterion : Criterion.values()) {
            Double points = scores.of(criterion);
            sum += points == null ? 0 : points;
        }
        return sum;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
