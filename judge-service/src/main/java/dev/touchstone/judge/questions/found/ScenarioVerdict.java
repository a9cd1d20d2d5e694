package dev.touchstone.judge.questions.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What {@code functional_report.jsonl} says of a scenario, as far as the judge needs it.
 *
 * @param verdict {@code pass}, {@code needs_review}, {@code fail}, {@code error} or {@code not_executed}
 * @param decisive index of the turn that decided
 */
record ScenarioVerdict(String scenario, String verdict, int decisive) {

    private static final List<String> WORSE_AND_WORSE = List.of("pass", "needs_review", "fail", "error", "not_executed");
    private static final Set<String> LOOKED_AT = Set.of("needs_review", "fail", "error");

    /** Whether it went wrong, or a person is to say whether it did. */
    boolean isOpen() {
        return LOOKED_AT.contains(verdict);
    }

    boolean isFailed() {
        return verdict.equals("fail");
    }

    boolean isPassed() {
        return verdict.equals("pass");
    }

    static List<ScenarioVerdict> all(byte[] report) throws Unreadable {
        return FoundJson.lines(report, ScenarioVerdict::of);
    }

    private static ScenarioVerdict of(JsonNode line, int number) throws Unreadable {
        JsonNode scenario = line.path("scenarioId");
        if (!scenario.isTextual() || !line.path("turns").isArray()) {
            throw FoundJson.unlike(number);
        }
        List<Integer> grades = new ArrayList<>();
        for (JsonNode turn : line.path("turns")) {
            grades.add(grade(turn, number));
        }
        int worst = grades.stream().mapToInt(Integer::intValue).max().orElse(0);
        // Of equals the first: what came later may only follow from it.
        return new ScenarioVerdict(scenario.textValue(), WORSE_AND_WORSE.get(grade(line, number)),
                Math.max(0, grades.indexOf(worst)));
    }

    private static int grade(JsonNode graded, int number) throws Unreadable {
        int grade = WORSE_AND_WORSE.indexOf(graded.path("verdict").asText());
        if (grade < 0) {
            throw FoundJson.unlike(number);
        }
        return grade;
    }
}
