package dev.touchstone.local.agents;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Short phrases in six languages, and capitals. */
final class Phrasebook {

    private static final Pattern ASKS = Pattern.compile("translat|how (do|would|can) (you|i|we) say|say .{1,40} in |phrase"
            + "|in (french|german|spanish|italian|japanese|english)|翻訳|訳して|訳し|語で|フレーズ|何と言|なんて言|どう言");
    private static final Pattern CAPITAL = Pattern.compile("capital|首都");
    private static final Pattern SEVERAL = Pattern.compile("phrases|フレーズ");

    private final JsonNode book;

    private Phrasebook(JsonNode book) {
        this.book = book;
    }

    static Phrasebook load() {
        try {
            return new Phrasebook(new ObjectMapper().readTree(Resources.text("agents/phrasebook.json")));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The phrasebook is no JSON", damaged);
        }
    }

    Optional<String> answer(String question, Speech speech) {
        String text = question.toLowerCase(Locale.ROOT);
        if (CAPITAL.matcher(text).find()) {
            return each("capitals").filter(entry -> anyIn(entry.path("words"), text)).findFirst()
                    .map(entry -> speech.choose(entry.path("en").asText(), entry.path("ja").asText()));
        }
        if (SEVERAL.matcher(text).find()) {
            return Optional.of(several(speech));
        }
        return ASKS.matcher(text).find() ? translated(text, speech) : Optional.empty();
    }

    private Optional<String> translated(String text, Speech speech) {
        String language = languageIn(text, speech);
        return each("phrases")
                .filter(phrase -> said(phrase.path("english").asText(), text) || anyIn(phrase.path("also"), text)).findFirst()
                .map(phrase -> speech.choose("“" + phrase.path("english").asText() + "” is “" + phrase.path(language).asText()
                        + "” in " + language.substring(0, 1).toUpperCase(Locale.ROOT) + language.substring(1) + ".",
                        "「" + phrase.path("english").asText() + "」は「" + phrase.path(language).asText() + "」です。"));
    }

    /** The language that is named last, as in "translate from English into French". */
    private String languageIn(String text, Speech speech) {
        String found = speech.choose("japanese", "english");
        int at = -1;
        for (var language : book.path("languages").properties()) {
            for (JsonNode name : language.getValue()) {
                int here = text.lastIndexOf(name.asText());
                if (here > at) {
                    at = here;
                    found = language.getKey();
                }
            }
        }
        return found;
    }

    private String several(Speech speech) {
        StringBuilder list = new StringBuilder(
                speech.choose("Useful Japanese phrases for travellers:", "旅行で役立つフレーズです："));
        each("phrases").limit(9).forEach(phrase -> list.append("\n- ").append(phrase.path("english").asText()).append(": ")
                .append(phrase.path("japanese").asText()));
        return list.toString();
    }

    private Stream<JsonNode> each(String member) {
        return StreamSupport.stream(book.path(member).spliterator(), false);
    }

    private static boolean anyIn(JsonNode words, String text) {
        return StreamSupport.stream(words.spliterator(), false).anyMatch(word -> said(word.asText(), text));
    }

    private static boolean said(String word, String text) {
        if (Speech.of(word) == Speech.JAPANESE) {
            return text.contains(word);
        }
        String letters = word.toLowerCase(Locale.ROOT).replaceAll("[?!.]", "");
        return Pattern.compile("\\b" + Pattern.quote(letters) + "\\b").matcher(text).find();
    }
}
