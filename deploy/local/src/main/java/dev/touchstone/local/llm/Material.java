package dev.touchstone.local.llm;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a jury's prompt puts before its judge. Text of others stands in it as one JSON string between two lines that name the
 * same
 * boundary; what stands there is read as data, whatever it says.
 *
 * @param expectation what a good answer does, in the jury's words
 * @param subject what the question and the agent's card speak of
 */
record Material(String answer, String expectation, String subject) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FENCED = Pattern.compile("([^\\n]*)\\nBEGIN-(\\S+)\\n(\"[^\\n]*\")\\nEND-\\2(?=\\n|$)");
    private static final Pattern EXPECTATION = Pattern.compile("(?m)^What a good answer does: (.*)$");

    /** Empty where the prompt shows no answer: it is not one of a jury. */
    static Optional<Material> read(String prompt) {
        Map<String, String> fenced = new LinkedHashMap<>();
        Matcher fence = FENCED.matcher(prompt);
        while (fence.find()) {
            fenced.putIfAbsent(kind(fence.group(1)), text(fence.group(3)));
        }
        Matcher expectation = EXPECTATION.matcher(FENCED.matcher(prompt).replaceAll(""));
        return Optional.ofNullable(fenced.get("answer")).map(answer -> new Material(answer,
                expectation.find() ? expectation.group(1) : "",
                fenced.getOrDefault("question", "") + " " + fenced.getOrDefault("card", "")));
    }

    private static String kind(String title) {
        String words = title.toLowerCase(Locale.ROOT);
        if (words.startsWith("the agent's answer")) {
            return "answer";
        }
        if (words.startsWith("the question")) {
            return "question";
        }
        return words.startsWith("what the agent's card") ? "card" : "other";
    }

    private static String text(String string) {
        try {
            return JSON.readTree(string).asText();
        } catch (JsonProcessingException noString) {
            return "";
        }
    }
}
