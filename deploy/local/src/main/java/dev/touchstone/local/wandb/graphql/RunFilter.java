package dev.touchstone.local.wandb.graphql;

import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Json;

/** Filters of runs in the manner of MongoDB. A list, such as the tags, matches what one of its elements matches. */
final class RunFilter {

    private RunFilter() {
    }

    /** @throws NotGraphQl if the text is not that of a JSON object */
    static JsonNode parse(String filters) {
        return Json.parse(filters.isEmpty() ? "{}" : filters)
                .orElseThrow(() -> new NotGraphQl("filters are not the text of a JSON object"));
    }

    /** @throws NotGraphQl if there is an operator that is not known */
    static boolean matches(JsonNode filter, RunProperties run) {
        return filter.properties().stream().allMatch(condition -> matches(condition, run));
    }

    private static boolean matches(Map.Entry<String, JsonNode> condition, RunProperties run) {
        JsonNode wanted = condition.getValue();
        return switch (condition.getKey()) {
            case "$and" -> all(wanted).allMatch(filter -> matches(filter, run));
            case "$or" -> all(wanted).anyMatch(filter -> matches(filter, run));
            case "$nor" -> all(wanted).noneMatch(filter -> matches(filter, run));
            case "$not" -> !matches(wanted, run);
            default -> holds(wanted, run.value(condition.getKey()));
        };
    }

    private static boolean holds(JsonNode wanted, JsonNode value) {
        boolean operators = wanted.isObject() && !wanted.isEmpty() && wanted.fieldNames().next().startsWith("$");
        return operators
                ? wanted.properties().stream().allMatch(operator -> holds(operator.getKey(), operator.getValue(), value))
                : equal(value, wanted);
    }

    private static boolean holds(String operator, JsonNode wanted, JsonNode value) {
        return switch (operator) {
            case "$eq" -> equal(value, wanted);
            case "$ne" -> !equal(value, wanted);
            case "$gt" -> compares(value, wanted, order -> order > 0);
            case "$gte" -> compares(value, wanted, order -> order >= 0);
            case "$lt" -> compares(value, wanted, order -> order < 0);
            case "$lte" -> compares(value, wanted, order -> order <= 0);
            case "$in" -> all(wanted).anyMatch(one -> equal(value, one));
            case "$nin" -> all(wanted).noneMatch(one -> equal(value, one));
            case "$exists" -> wanted.asBoolean() == !(value.isMissingNode() || value.isNull());
            case "$regex" -> finds(value, wanted.asText());
            case "$not" -> !holds(wanted, value);
            default -> throw new NotGraphQl("unknown operator " + operator + " in the filters");
        };
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static boolean equal(JsonNode value, JsonNode wanted) {
        if (value.isArray() && !wanted.isArray()) {
            return all(value).anyMatch(one -> equal(one, wanted));
        }
        if (value.isNumber() && wanted.isNumber()) {
            return value.doubleValue() == wanted.doubleValue();
        }
        return value.equals(wanted) || ((value.isMissingNode() || value.isNull()) && wanted.isNull());
    }

    private static boolean compares(JsonNode value, JsonNode wanted, IntPredicate order) {
        if (value.isNumber() && wanted.isNumber()) {
            return order.test(Double.compare(value.doubleValue(), wanted.doubleValue()));
        }
        return value.isTextual() && wanted.isTextual() && order.test(value.textValue().compareTo(wanted.textValue()));
    }

    private static boolean finds(JsonNode value, String regex) {
        try {
            return value.isTextual() && Pattern.compile(regex).matcher(value.textValue()).find();
        } catch (PatternSyntaxException fault) {
            throw new NotGraphQl("no regular expression: " + fault.getDescription());
        }
    }
}
