package dev.touchstone.review.human;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.Shown;

/** Reads the members of a request and collects all that is wrong with them. */
final class Fields {

    /** What reading a request comes to. */
    sealed interface Read<T> {

        record Valid<T>(T request) implements Read<T> {
        }

        record Invalid<T>(List<Violation> violations) implements Read<T> {
        }
    }

    /** By which callers once said themselves who they were. */
    private static final Set<String> WHO = Set.of("decidedBy", "requestedBy");

    private final JsonNode body;
    private final List<Violation> violations = new ArrayList<>();

    Fields(JsonNode body) {
        this.body = body;
    }

    /** Refuses all other members: what is not understood must not seem to have been taken. */
    Fields only(String... known) {
        List<String> names = List.of(known);
        body.fieldNames().forEachRemaining(name -> {
            if (WHO.contains(name)) {
                violation(name, "is not taken from a request: the caller is known");
            } else if (!names.contains(name)) {
                violation(pointer(name), "is not a member of this request");
            }
        });
        return this;
    }

    /** A member's name in a pointer (RFC 6901), as it may be shown. */
    private static String pointer(String name) {
        return Shown.of(name).text().replace("~", "~0").replace("/", "~1");
    }

    boolean has(String name) {
        return !body.path(name).isMissingNode() && !body.path(name).isNull();
    }

    JsonNode member(String name) {
        return body.path(name);
    }

    void violation(String name, String detail) {
        violations.add(new Violation("/" + name, detail));
    }

    boolean areValid() {
        return violations.isEmpty();
    }

    <T> Read<T> invalid() {
        return new Read.Invalid<>(List.copyOf(violations));
    }

    @Nullable
    UUID submissionId() {
        String text = line("submissionId", 36);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            violation("submissionId", "must be a UUID");
            return null;
        }
    }

    /** A required line that shows all that it holds, as a person's name must. */
    @Nullable
    String line(String name, int longest) {
        String text = text(name, longest);
        if (text == null) {
            if (!has(name)) {
                violation(name, "is required");
            }
            return null;
        }
        String line = text.strip();
        if (line.isEmpty()) {
            violation(name, "must not be blank");
        } else if (line.contains("\n") || !Shown.of(line).text().equals(line)) {
            violation(name, "must be one line without invisible characters");
        }
        return line;
    }

    /** False where it is absent. A form sends {@code true} as text. */
    boolean flag(String name) {
        JsonNode value = member(name);
        if (has(name) && !value.isBoolean() && !value.asText().equals("true")) {
            violation(name, "must be true or false");
        }
        return value.asBoolean();
    }

    /** Optional text; null where it is absent or empty. */
    @Nullable
    String text(String name, int longest) {
        if (!has(name)) {
            return null;
        }
        if (!member(name).isTextual()) {
            violation(name, "must be text");
            return "";
        }
        // Browsers send the line ends of a text area as CR LF.
        String text = member(name).textValue().replace("\r\n", "\n");
        if (text.length() > longest) {
            violation(name, "must not be longer than " + longest + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            violation(name, "must not contain U+0000, which cannot be stored");
        }
        return text;
    }
}
