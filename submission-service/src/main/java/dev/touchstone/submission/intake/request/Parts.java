package dev.touchstone.submission.intake.request;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.submission.Problems;
import dev.touchstone.submission.StrictJson;
import dev.touchstone.submission.Violation;

/**
 * The parts of an upload, put together to the document that a JSON request would have been. From there on nothing tells
 * the two apart: not the rules, not the pointers, not the digest by which a repeat is known.
 */
public final class Parts {

    private static final String SUBMISSION = "submission";
    /** Which member each of the other parts becomes. */
    private static final Map<String, String> MEMBERS = Map.of("card", "cardDocument", "signature", "signatureBundle");

    private Parts() {
    }

    /** One part as it came. */
    public record Part(String name, ByteBuffer content) {
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for parts that are missing, unknown or repeated, else as
     *         {@link Body#read}
     */
    public static Body assemble(List<Part> parts, long most) {
        if (parts.stream().mapToLong(part -> part.content().remaining()).sum() > most) {
            throw Problems.tooLarge(most);
        }
        Map<String, JsonNode> read = new LinkedHashMap<>();
        for (Part part : parts) {
            if (!part.name().equals(SUBMISSION) && !MEMBERS.containsKey(part.name())) {
                throw Problems.malformedMultipart("A part may be named submission, card or signature.");
            }
            if (read.containsKey(part.name())) {
                throw Problems.malformedMultipart("The part " + part.name() + " comes more than once.");
            }
            read.put(part.name(), StrictJson.read(part.content(), "The part " + part.name()));
        }
        return Body.of(document(read));
    }

    private static ObjectNode document(Map<String, JsonNode> parts) {
        JsonNode submission = parts.remove(SUBMISSION);
        if (submission == null) {
            throw Problems.malformedMultipart("The part submission is missing.");
        }
        if (!(submission instanceof ObjectNode document)) {
            throw Problems.invalid(List.of(new Violation("", "must be an object")));
        }
        parts.forEach((name, content) -> {
            String member = MEMBERS.getOrDefault(name, name);
            if (document.hasNonNull(member)) {
                throw Problems.malformedMultipart("The part submission holds " + member + ", as does the part " + name + ".");
            }
            document.set(member, content);
        });
        return document;
    }
}
