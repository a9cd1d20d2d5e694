package dev.touchstone.submission;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Reads the members of one JSON object. Every fault is noted by pointer and reading goes on, so that one answer names
 * them all. A member that is null counts as absent.
 */
public final class Members {

    private static final int LONGEST_ADDRESS = 2048;
    private static final int LONGEST_NAME_SHOWN = 100;

    private final JsonNode node;
    private final String pointer;
    private final Violations violations;
    private final Set<String> asked = new HashSet<>();

    private Members(JsonNode node, String pointer, Violations violations) {
        this.node = node;
        this.pointer = pointer;
        this.violations = violations;
    }

    /** The members of {@code node}, which should be an object or absent. */
    public static Members of(JsonNode node, String pointer, Violations violations) {
        if (isAbsent(node) || node.isObject()) {
            return new Members(node, pointer, violations);
        }
        violations.add(pointer, "must be an object");
        return new Members(MissingNode.getInstance(), pointer, violations);
    }

    /** Whether there is such an object at all. */
    public boolean isPresent() {
        return node.isObject();
    }

    /** The member as it is, or a missing node. */
    public JsonNode raw(String name) {
        asked.add(name);
        JsonNode member = node.path(name);
        return member.isNull() ? MissingNode.getInstance() : member;
    }

    public Members object(String name) {
        return of(raw(name), at(name), violations);
    }

    /** The elements that are objects, each with its own pointer; anything else, or more of them, is a violation. */
    public List<Members> objects(String name, int most) {
        JsonNode array = raw(name);
        if (isAbsent(array)) {
            return List.of();
        }
        if (!array.isArray()) {
            violations.add(at(name), "must be an array");
            return List.of();
        }
        if (!holdsAtMost(name, most)) {
            return List.of();
        }
        return IntStream.range(0, array.size())
                .mapToObj(index -> of(array.get(index), at(name) + "/" + index, violations)).toList();
    }

    /** Whether the array or object, if it is one, has no more elements; more is a violation. */
    public boolean holdsAtMost(String name, int most) {
        boolean few = raw(name).size() <= most;
        if (!few) {
            violations.add(at(name), "must have at most " + most + " elements");
        }
        return few;
    }

    /** Text of 1 to {@code longest} characters without control characters. */
    public Optional<String> text(String name, int longest) {
        JsonNode member = raw(name);
        if (isAbsent(member)) {
            return Optional.empty();
        }
        Optional<String> fault = textFault(member, longest);
        fault.ifPresent(detail -> violations.add(at(name), detail));
        return fault.isPresent() ? Optional.empty() : Optional.of(member.textValue().strip());
    }

    /** As {@link #text}; a missing member is a violation. */
    public Optional<String> requiredText(String name, int longest) {
        require(name);
        return text(name, longest);
    }

    public Optional<String> matching(String name, Pattern pattern, String expected) {
        Optional<String> text = text(name, Integer.MAX_VALUE);
        if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
            violations.add(at(name), "must be " + expected);
            return Optional.empty();
        }
        return text;
    }

    /** An absolute http or https URL that names a host and carries no credentials. */
    public Optional<URI> webAddress(String name) {
        Optional<String> text = text(name, LONGEST_ADDRESS);
        Optional<URI> address = text.flatMap(Members::parseAddress);
        if (text.isPresent() && address.isEmpty()) {
            violations.add(at(name), "must be an absolute http or https URL without credentials or fragment");
        }
        return address;
    }

    public Optional<Boolean> flag(String name) {
        JsonNode member = raw(name);
        if (!isAbsent(member) && !member.isBoolean()) {
            violations.add(at(name), "must be true or false");
        }
        return member.isBoolean() ? Optional.of(member.booleanValue()) : Optional.empty();
    }

    public Optional<Double> number(String name, double least, double most) {
        JsonNode member = raw(name);
        boolean valid = member.isNumber() && member.doubleValue() >= least && member.doubleValue() <= most;
        if (!isAbsent(member) && !valid) {
            violations.add(at(name), "must be a number from " + least + " to " + most);
        }
        return valid ? Optional.of(member.doubleValue()) : Optional.empty();
    }

    public Optional<Integer> integer(String name, int least, int most) {
        JsonNode member = raw(name);
        boolean valid = member.canConvertToInt() && member.isIntegralNumber() && member.intValue() >= least
                && member.intValue() <= most;
        if (!isAbsent(member) && !valid) {
            violations.add(at(name), "must be an integer from " + least + " to " + most);
        }
        return valid ? Optional.of(member.intValue()) : Optional.empty();
    }

    public void require(String name) {
        if (isAbsent(raw(name))) {
            violations.add(at(name), "is required");
        }
    }

    public void fault(String name, String detail) {
        violations.add(at(name), detail);
    }

    public void faultIn(String name, int index, String detail) {
        faultWithin(name, "/" + index, detail);
    }

    /** @param within pointer below the member; empty for the member itself */
    public void faultWithin(String name, String within, String detail) {
        violations.add(at(name) + within, detail);
    }

    /** Whatever nobody asked for is a violation: a misspelt setting must not be ignored in silence. */
    public void refuseOthers() {
        for (String name : names()) {
            if (!asked.contains(name)) {
                violations.add(at(name.substring(0, Math.min(name.length(), LONGEST_NAME_SHOWN))), "is not known");
            }
        }
    }

    public List<String> names() {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false).toList();
    }

    /** The pointer to a member of this object. */
    public String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isAbsent(JsonNode member) {
        return member.isMissingNode() || member.isNull();
    }

    private static Optional<String> textFault(JsonNode member, int longest) {
        if (!member.isTextual()) {
            return Optional.of("must be text");
        }
        String text = member.textValue();
        if (text.isBlank()) {
            return Optional.of("must not be blank");
        }
        if (text.codePoints().anyMatch(Members::misleads)) {
            return Optional.of("must not contain control characters, line separators or characters that turn the direction of"
                    + " text");
        }
        return text.codePointCount(0, text.length()) > longest
                ? Optional.of("must have at most " + longest + " characters")
                : Optional.empty();
    }

    /** One line of text must be what it looks like: overrides of direction can make it read as another. */
    private static boolean misleads(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING, Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING, Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT, Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE, Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE, Character.DIRECTIONALITY_PARAGRAPH_SEPARATOR ->
                true;
            default -> Character.isISOControl(character) || Character.getType(character) == Character.LINE_SEPARATOR;
        };
    }

    private static Optional<URI> parseAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
