package dev.touchstone.sandbox.attempt.llm;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.Excerpt;
import dev.touchstone.sandbox.attempt.Transcript.Assessment;

/**
 * Asks a model for an assessment and reads it: once, and once more where the answer cannot be used. After that there is an
 * assessment without a verdict, which nobody may take for one.
 */
public record Assessor(Llm llm, Instructions instructions) {

    private static final int LONGEST_WORDS = 1000;

    /** What an object that a model answered with says. */
    public sealed interface Reading {

        /**
         * @param verdict one of those that the instructions name
         * @param reason the model's own words
         * @param evidence the words that it goes by, null where it names none
         */
        record Usable(String verdict, String reason, @Nullable String evidence) implements Reading {
        }

        /**
         * @param problem for the model, which is asked again, and for people; our own words only
         */
        record Unusable(String problem) implements Reading {
        }
    }

    /**
     * @param material makes what the model is asked about, with the fence of the one question that it is for
     * @param reader checks every member; what it does not know it finds unusable
     * @return empty where no model is configured
     */
    public Optional<Assessment> assess(Function<Fence, String> material, Function<JsonNode, Reading> reader)
            throws InterruptedException {
        if (!llm.configured()) {
            return Optional.empty();
        }
        Tried first = ask("", material, reader);
        return Optional.of(first.repairable()
                ? ask("Your answer before this one could not be used: " + first.assessment().reason() + "\n", material, reader)
                        .assessment()
                : first.assessment());
    }

    private record Tried(Assessment assessment, boolean repairable) {
    }

    private Tried ask(String repair, Function<Fence, String> material, Function<JsonNode, Reading> reader)
            throws InterruptedException {
        Fence fence = Fence.random();
        LlmAnswer answer = llm.ask(new LlmQuestion(instructions.role(), instructions.text(),
                "The boundary is " + fence.boundary() + ".\n" + repair + "\n" + material.apply(fence), instructions.schema()));
        return switch (answer) {
            case LlmAnswer.Unavailable none ->
                new Tried(assessment(null, new Reading.Unusable(none.detail())), none.isRepairable());
            case LlmAnswer.Given given -> tried(given, reader.apply(given.json()));
        };
    }

    private Tried tried(LlmAnswer.Given given, Reading reading) {
        return new Tried(assessment(given, reading), reading instanceof Reading.Unusable);
    }

    private Assessment assessment(LlmAnswer.@Nullable Given given, Reading reading) {
        String model = given == null ? null : given.model();
        return switch (reading) {
            case Reading.Usable(String verdict, String reason, String evidence) -> new Assessment(instructions.role(), model,
                    verdict, cut(reason), evidence == null ? null : cut(evidence), given == null ? null : given.tokens(),
                    instructions.digest());
            case Reading.Unusable(String problem) -> new Assessment(instructions.role(), model, null, problem, null,
                    given == null ? null : given.tokens(), instructions.digest());
        };
    }

    private static String cut(String words) {
        return Excerpt.of(words, LONGEST_WORDS).text();
    }
}
