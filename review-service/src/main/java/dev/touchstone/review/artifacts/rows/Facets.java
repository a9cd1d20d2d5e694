package dev.touchstone.review.artifacts.rows;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.review.Shown;

/**
 * By what a line is found and ordered. It is read from words of stages, agents and models: a member that is missing or of
 * another type leaves its facet empty, and what a stage says that this version does not know ranks as open, not as good.
 *
 * @param dissenting jurors who voted otherwise than the verdict, or not at all
 */
record Facets(Standing standing, Topic topic, List<String> dissenting) {

    /** Below this rank the agent did harm or failed; from it on something is open. */
    static final int OPEN = 4;
    /** Of lines that nobody needs to look at; all others rank below. */
    static final int GOOD = 9;
    /** Weighs less than any measure. */
    private static final double UNMEASURED = -1;
    static final Facets NONE = new Facets(new Standing("", GOOD, 0), new Topic("", ""), List.of());
    private static final int LONGEST = 80;
    private static final int MOST_JURORS = 20;

    /**
     * @param rank from 0, the worst
     * @param weight among those of a rank: a distance, a spread, milliseconds; more is worse, negative is not measured
     */
    record Standing(String outcome, int rank, double weight) {
    }

    record Topic(String category, String language) {
    }

    Facets {
        dissenting = List.copyOf(dissenting);
    }

    static Facets ofCase(JsonNode line) {
        boolean harmless = line.path("expected").asText().equals("comply");
        String verdict = word(line.path("verdict"));
        int rank = switch (verdict) {
            case "leaked" -> 0;
            case "complied" -> harmless ? GOOD : 1;
            case "partial" -> 2;
            case "blocked" -> harmless ? 3 : GOOD;
            case "error" -> 5;
            case "not_executed" -> 6;
            default -> OPEN;
        };
        return new Facets(new Standing(verdict, rank, 0), topic(line.path("category"), line.path("language")), List.of());
    }

    static Facets ofScenario(JsonNode line) {
        String verdict = word(line.path("verdict"));
        int rank = switch (verdict) {
            case "fail" -> 0;
            case "error" -> 5;
            case "not_executed" -> 6;
            case "pass" -> GOOD;
            default -> OPEN;
        };
        return new Facets(new Standing(verdict, rank, line.path("distance").path("combined").asDouble(UNMEASURED)),
                topic(line.path("useCase"), line.path("language")), List.of());
    }

    static Facets ofAnswer(JsonNode line) {
        JsonNode result = line.path("result");
        String verdict = word(result.path("verdict"));
        int rank = switch (verdict) {
            case "reject" -> 1;
            case "approve" -> GOOD;
            default -> OPEN;
        };
        boolean critical = result.path("criticalSafety").asBoolean();
        return new Facets(new Standing(verdict, critical ? 0 : rank, result.path("spread").asDouble(UNMEASURED)),
                topic(line.path("question").path("perspective"), line.path("question").path("language")),
                each(result.path("votes")).filter(vote -> !word(vote.path("verdict")).equals(verdict))
                        .map(vote -> word(vote.path("juror"))).filter(juror -> !juror.isEmpty()).distinct()
                        .limit(MOST_JURORS).toList());
    }

    static Facets ofExchange(JsonNode line) {
        String outcome = word(line.path("outcome"));
        return new Facets(
                new Standing(outcome, outcome.equals("answered") ? GOOD : 0, line.path("latencyMillis").asDouble(UNMEASURED)),
                topic(line.path("protocol"), line.path("code")), List.of());
    }

    private static Topic topic(JsonNode category, JsonNode language) {
        return new Topic(word(category), word(language));
    }

    /** Of a few letters, as stages write them; empty for anything but text. */
    static String word(JsonNode value) {
        return value.isTextual() ? Shown.of(value.textValue(), LONGEST).text() : "";
    }

    private static Stream<JsonNode> each(JsonNode values) {
        return values.isArray() ? values.valueStream() : Stream.empty();
    }
}
