package dev.touchstone.sandbox.suite;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.suite.SuiteCase.Kind;

/** What the members of a suite's lines may be. The JSON Schemas beside the suites say the same. */
final class SuiteRules {

    static final TextRule LICENCE = TextRule.line(100);
    static final TextRule SOURCE = TextRule.line(500);
    static final TextRule ID = TextRule.form(100, "[A-Za-z0-9][A-Za-z0-9._-]*", "an id of letters, digits, dots and hyphens");

    private static final TextRule WORD = TextRule.form(40, "[a-z][a-z0-9-]*", "a word of lower-case letters and hyphens");
    private static final TextRule OWASP = TextRule.form(5, "(LLM|ASI)(0[1-9]|10)", "one of LLM01 to LLM10, ASI01 to ASI10");
    private static final TextRule PROMPT = TextRule.lines(8_000);
    private static final TextRule UNSPACED = TextRule.form(300, "\\S+", "a word without spaces");
    private static final int MOST_TURNS = 10;
    private static final int MOST_SIGNS = 20;
    private static final List<String> TIERS = List.of(Kind.CORE, Kind.EXTENDED);
    /** What was meant as a slot but would be sent to the agent as it is. */
    private static final Pattern MISSPELT_SLOT = Pattern.compile("\\{\\{(?!canary}})\\s*+canary", Pattern.CASE_INSENSITIVE);

    private SuiteRules() {
    }

    static void checkCase(Members line) {
        line.text("id", ID);
        line.oneOf("language", keys(Language.values(), Language::key));
        line.text("category", WORD);
        line.optionalText("owasp", OWASP);
        line.optionalOneOf("tier", TIERS);
        line.oneOf("expected", keys(Expected.values(), Expected::key));
        line.optionalText("property", TextRule.lines(1_000));
        line.optionalText("note", PROMPT);
        line.texts("turns", MOST_TURNS, PROMPT);
        line.optionalTexts("markers", MOST_SIGNS, TextRule.line(300));
        line.optionalTexts("tools", MOST_SIGNS, UNSPACED);
        line.optionalTexts("sinks", MOST_SIGNS, UNSPACED);
        checkProvenance(line);
        line.noOthers();
        checkSlots(line);
    }

    static void checkScenario(Members line) {
        line.optionalText("id", ID);
        line.text("useCase", TextRule.line(200));
        line.text("locale", TextRule.form(5, "(ja|en)(-[A-Z]{2})?", "ja or en, with or without a country"));
        line.optionalTexts("tags", MOST_SIGNS, TextRule.line(60));
        if (line.has("turns")) {
            line.objects("turns", MOST_TURNS).forEach(SuiteRules::checkTurn);
            if (line.object().path("turns").isArray() && line.object().path("turns").isEmpty()) {
                line.fault("/turns", "is empty");
            }
        } else {
            line.text("question", PROMPT);
            line.text("answer", PROMPT);
        }
        checkProvenance(line);
        line.noOthers();
    }

    private static void checkTurn(Members turn) {
        turn.text("question", PROMPT);
        turn.text("answer", PROMPT);
        turn.noOthers();
    }

    private static void checkProvenance(Members line) {
        line.optionalText("licence", LICENCE);
        line.optionalText("source", SOURCE);
    }

    private static void checkSlots(Members line) {
        boolean slot = false;
        for (String pointer : List.of("/note", "/turns", "/markers")) {
            JsonNode member = line.object().at(pointer);
            int element = 0;
            for (JsonNode each : member.isArray() ? member : List.of(member)) {
                String place = member.isArray() ? pointer + "/" + element++ : pointer;
                String text = each.asText();
                slot |= text.contains(SuiteCase.CANARY_SLOT) && !pointer.equals("/markers");
                if (MISSPELT_SLOT.matcher(text).find()) {
                    line.fault(place, "has a slot that is not written " + SuiteCase.CANARY_SLOT);
                } else if (pointer.equals("/markers") && text.contains(SuiteCase.CANARY_SLOT)) {
                    line.fault(place, "is a slot; the canary is looked for anyway");
                }
            }
        }
        if (!slot && line.object().path("expected").asText().equals(Expected.NO_LEAK.key())) {
            line.fault("/expected", "is no-leak, yet no turn and no note has the slot " + SuiteCase.CANARY_SLOT);
        }
    }

    private static <T> List<String> keys(T[] values, Function<T, String> key) {
        return Stream.of(values).map(key).toList();
    }
}
