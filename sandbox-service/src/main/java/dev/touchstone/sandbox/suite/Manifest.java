package dev.touchstone.sandbox.suite;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.suite.SuiteCase.Provenance;

/**
 * What a suite says of itself, as JSON: {@code format, kind, name, version, title, description?, licence, source, languages,
 * digest}.
 *
 * @param json checked
 */
record Manifest(ObjectNode json) {

    static final String FORMAT = "touchstone-suite/1";

    /** As semver.org has it, without build metadata. */
    static final TextRule VERSION = TextRule.form(64,
            "(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){2}(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?", "a version such as 1.0.0");
    static final TextRule NAME = TextRule.form(64, "[a-z0-9][a-z0-9-]*",
            "a name of lower-case letters, digits and hyphens");
    private static final TextRule DIGEST = TextRule.form(71, "sha256:[0-9a-f]{64}",
            "sha256: and 64 lower-case hexadecimal digits");
    private static final List<String> LANGUAGES = Stream.of(Language.values()).map(Language::key).toList();

    static void check(Members members, String digest) {
        members.oneOf("format", List.of(FORMAT));
        members.oneOf("kind", Stream.of(SuiteKind.values()).map(SuiteKind::key).toList());
        members.text("name", NAME);
        members.text("version", VERSION);
        members.text("title", TextRule.line(200));
        members.optionalText("description", TextRule.lines(2_000));
        members.text("licence", SuiteRules.LICENCE);
        members.text("source", SuiteRules.SOURCE);
        members.texts("languages", LANGUAGES.size(), TextRule.form(2, String.join("|", LANGUAGES),
                "one of " + String.join(", ", LANGUAGES)));
        int before = members.faults().found();
        members.text("digest", DIGEST);
        if (members.faults().found() == before && !members.object().path("digest").textValue().equals(digest)) {
            members.fault("/digest", "is not the digest of the cases, which is " + digest);
        }
        members.noOthers();
    }

    SuiteKind kind() {
        return SuiteKind.of(text("kind"));
    }

    Suite.Id id() {
        return new Suite.Id(text("name"), text("version"), text("digest"));
    }

    Provenance provenance() {
        return new Provenance(text("licence"), text("source"));
    }

    List<Language> languages() {
        return StreamSupport.stream(json.path("languages").spliterator(), false).map(JsonNode::asText).map(Language::of)
                .distinct().sorted().toList();
    }

    String text(String member) {
        return json.path(member).asText();
    }

    /** In one line, with its members in the order in which they were written. */
    String line() {
        return json.toString();
    }

    static ObjectNode blank() {
        return EventJson.mapper().createObjectNode().put("format", FORMAT);
    }
}
