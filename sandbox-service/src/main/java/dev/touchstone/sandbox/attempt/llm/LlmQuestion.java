package dev.touchstone.sandbox.attempt.llm;

/**
 * One question to a language model.
 *
 * @param role what it is asked as, such as {@code grader}; names the schema and labels the metrics
 * @param instructions ours alone: nothing that anybody else wrote
 * @param material what it is asked about; what others wrote stands in it between the lines of a {@link Fence}
 * @param jsonSchema of the object that it answers with; every property required and no others, as strict hosts want it
 */
public record LlmQuestion(String role, String instructions, String material, String jsonSchema) {
}
