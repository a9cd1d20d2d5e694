package dev.touchstone.sandbox.agent;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * All that an agent says in an object with parts, as text. Nothing it could say something in is left out: what is not looked
 * at is where a leak would hide. Data parts are taken as the JSON they are. A file is its name and address, which is not
 * fetched; one of text that came along is its text.
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

    static Stream<JsonNode> elements(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }

    /** A part is of one kind; whoever makes it of several is read in all of them. */
    private static String ofPart(JsonNode part) {
        String text = part.path("text").asText("");
        String data = part.has("data") ? part.path("data").toString() : "";
        String file = ofFile(part.path("file").isObject() ? part.path("file") : part);
        return Stream.of(text, data, file).filter(each -> !each.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String ofFile(JsonNode file) {
        Stream<String> names = Stream.of("name", "filename", "uri", "fileWithUri", "url").map(file::path)
                .filter(JsonNode::isTextual).map(JsonNode::textValue);
        Optional<String> content = Stream.of("bytes", "fileWithBytes", "raw").map(file::path).filter(JsonNode::isTextual)
                .map(JsonNode::textValue).findFirst().flatMap(bytes -> isText(file) ? decoded(bytes) : Optional.empty());
        return Stream.concat(names, content.stream()).collect(Collectors.joining("\n"));
    }

    private static boolean isText(JsonNode file) {
        String type = Stream.of("mimeType", "mediaType").map(file::path).filter(JsonNode::isTextual)
                .map(JsonNode::textValue).findFirst().orElse("text/plain").toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("yaml");
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.of(base64);
        }
    }
}
