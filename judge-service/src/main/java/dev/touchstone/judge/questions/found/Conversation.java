package dev.touchstone.judge.questions.found;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.ToolUse;

/**
 * A line of {@code functional_transcript.jsonl}: what was to be asked, and what was said. Its texts are hostile.
 *
 * @param line of the file, from 1
 * @param heard one for each turn that was asked; null where it was not answered
 */
record Conversation(int line, String useCase, List<Turn> turns, List<@Nullable Heard> heard) {

    static final String FILE = "functional_transcript.jsonl";
    private static final String FORMAT = "touchstone-transcript/1";

    /**
     * @param aim {@code answer} where {@code expected} is an answer; otherwise it only says what one is about
     */
    record Turn(String question, String expected, String aim) {
    }

    /**
     * @param cut whether only the beginning is here
     * @param secrets codes of what was masked in it
     */
    record Heard(String text, boolean cut, List<String> secrets, List<ToolUse> toolUses, Tokens tokens) {
    }

    /** All scenarios that were asked, by their ids. */
    static Map<String, Conversation> all(byte[] transcript) throws Unreadable {
        Map<String, Conversation> all = new LinkedHashMap<>();
        FoundJson.lines(transcript, (line, number) -> {
            if (number == 1) {
                requireHeader(line);
            } else if (line.path("transcript").isObject()) {
                all.put(text(line.path("scenario"), "id", number), new Conversation(line, number));
            }
            return number;
        });
        return all;
    }

    private Conversation(JsonNode line, int number) throws Unreadable {
        this(number, text(line.path("scenario"), "useCase", number), turns(line.at("/scenario/turns"), number),
                heard(line.at("/transcript/turns"), number));
    }

    private static void requireHeader(JsonNode header) throws Unreadable {
        if (!FORMAT.equals(header.path("format").textValue()) || !"functional".equals(header.path("stage").textValue())) {
            throw new Unreadable("is not a transcript of the functional stage in the format " + FORMAT);
        }
    }

    private static List<Turn> turns(JsonNode turns, int number) throws Unreadable {
        List<Turn> read = new ArrayList<>();
        for (JsonNode turn : turns) {
            read.add(new Turn(text(turn, "question", number), text(turn, "expected", number), text(turn, "aim", number)));
        }
        return read;
    }

    private static List<@Nullable Heard> heard(JsonNode turns, int number) throws Unreadable {
        List<@Nullable Heard> read = new ArrayList<>();
        for (JsonNode turn : turns) {
            read.add(turn.path("heard").isObject() ? answer(turn.path("heard"), number) : null);
        }
        return read;
    }

    private static Heard answer(JsonNode heard, int number) throws Unreadable {
        List<String> secrets = new ArrayList<>();
        for (JsonNode span : heard.path("secrets")) {
            secrets.add(text(span, "code", number));
        }
        List<ToolUse> uses = new ArrayList<>();
        for (JsonNode call : heard.path("toolCalls")) {
            uses.add(new ToolUse(text(call, "name", number), text(call, "arguments", number)));
        }
        return new Heard(text(heard, "text", number), !heard.path("cutFrom").isNull(),
                secrets.stream().distinct().toList(), uses,
                new Tokens(count(heard.at("/tokens/input")), count(heard.at("/tokens/output"))));
    }

    private static @Nullable Long count(JsonNode tokens) {
        return tokens.canConvertToLong() && tokens.longValue() >= 0 ? tokens.longValue() : null;
    }

    private static String text(JsonNode json, String member, int number) throws Unreadable {
        JsonNode value = json.path(member);
        if (!value.isTextual()) {
            throw FoundJson.unlike(number);
        }
        return value.textValue();
    }
}
