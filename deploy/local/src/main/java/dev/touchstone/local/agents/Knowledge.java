package dev.touchstone.local.agents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the samples know: a small table, searched by words; the first entry that fits answers. */
final class Knowledge {

    private final List<Entry> entries;

    /** @param groups each must have a word in the text */
    private record Entry(List<Pattern> groups, String english, String japanese) {

        boolean fits(String text) {
            return groups.stream().allMatch(group -> group.matcher(text).find());
        }
    }

    private Knowledge(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static Knowledge load() {
        try {
            List<Entry> entries = new ArrayList<>();
            for (JsonNode entry : new ObjectMapper().readTree(Resources.text("agents/knowledge.json"))) {
                List<Pattern> groups = new ArrayList<>();
                entry.path("words").forEach(group -> groups.add(anyOf(group)));
                entries.add(new Entry(groups, entry.path("en").asText(), entry.path("ja").asText()));
            }
            return new Knowledge(entries);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The table of knowledge is no JSON", damaged);
        }
    }

    Optional<String> answer(String question, Speech speech) {
        String text = Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return entries.stream().filter(entry -> entry.fits(text)).findFirst()
                .map(entry -> speech.choose(entry.english, entry.japanese));
    }

    private static Pattern anyOf(JsonNode words) {
        List<String> each = new ArrayList<>();
        words.forEach(word -> each.add(pattern(word.asText())));
        return Pattern.compile(String.join("|", each));
    }

    /** English words match whole, with a plural's ending; a star at the end stands for any ending. */
    private static String pattern(String word) {
        if (Speech.of(word) == Speech.JAPANESE) {
            return Pattern.quote(word);
        }
        return word.endsWith("*") ? "\\b" + Pattern.quote(word.substring(0, word.length() - 1))
                : "\\b" + Pattern.quote(word) + "(?:e?s)?\\b";
    }
}
