package dev.touchstone.sandbox.agent;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * All that an agent says in an object with parts, as text. Nothing it could say something in is left out: what is not looked
 * at is where a leak would hide. Data parts are taken as the JSON they are. A file is its name and address, which is not
 * fetched, and what came along of it: as text if it is some, else in its Base64, which can be searched as well.
 */
final class A2aText {

    private A2aText() {
    }

    /** The parts of a message or an artifact; HTTP+JSON of 0.3 calls those of a message its content. */
    static Stream<JsonNode> parts(JsonNode owner) {
        return Stream.concat(elements(owner.path("parts")), elements(owner.path("content")));
    }

    /** What {@code kind} says, the members say as well, so that both versions are read alike. */
    static String of(JsonNode withParts) {
        return parts(withParts).map(A2aText::ofPart).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** What an artifact is called, which is no answer. */
    static Stream<String> labels(JsonNode artifact) {
        return strings(artifact, "name", "description").filter(label -> !label.isBlank());
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }

    /** A part is of one kind; whoever makes it of several is read in all of them. */
    private static String ofPart(JsonNode part) {
        String text = part.path("text").asText("");
        String data = part.has("data") ? part.path("data").toString() : "";
        return Stream.of(text, data, ofFile(part.path("file")), ofFile(part)).filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String ofFile(JsonNode file) {
        boolean isText = isText(file);
        Stream<String> names = strings(file, "name", "filename", "uri", "fileWithUri", "url");
        Stream<String> contents = strings(file, "bytes", "fileWithBytes", "raw").map(bytes -> isText ? decoded(bytes) : bytes);
        return Stream.concat(names, contents).collect(Collectors.joining("\n"));
    }

    private static Stream<String> strings(JsonNode owner, String... members) {
        return Stream.of(members).map(owner::path).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static boolean isText(JsonNode file) {
        String type = strings(file, "mimeType", "mediaType").findFirst().orElse("text/plain").toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("yaml");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return base64;
        }
    }
}
