package dev.touchstone.telemetry.wandb.artifact;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** W&amp;B's rules for what things are called. Messages do not repeat the names: they are anybody's text. */
final class Names {

    private static final int LONGEST = 128;
    private static final int MOST_METADATA = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1," + LONGEST + "}");
    private static final Pattern SEPARATORS = Pattern.compile("[/:]");

    /** Types by which W&amp;B itself keeps code and jobs. {@code run_table} is its own too, and what this client writes. */
    private static final Set<String> RESERVED = Set.of("job", "code");
    private static final String RESERVED_PREFIX = "wandb-";

    private Names() {
    }

    static void requireName(String name) {
        require(NAME.matcher(name).matches(), "An artifact's name is 1 to 128 of A-Z, a-z, 0-9, '_', '.' and '-'");
    }

    static void requireType(String type) {
        requireLabel(type, "type");
        require(!RESERVED.contains(type) && !type.startsWith(RESERVED_PREFIX), "W&B keeps this artifact type for itself");
    }

    static void requireAliases(List<String> aliases) {
        aliases.forEach(alias -> requireLabel(alias, "alias"));
        requireUnique(aliases, "Two aliases of an artifact are the same");
    }

    private static void requireLabel(String label, String what) {
        require(!label.isBlank() && label.length() <= LONGEST && isPrintable(label) && !SEPARATORS.matcher(label).find(),
                "An artifact's " + what + " is 1 to 128 printable characters without '/' and ':'");
    }

    static void requirePath(String path) {
        require(isPrintable(path) && path.indexOf('\\') < 0, "A path in an artifact is printable, with forward slashes");
        for (String segment : path.split("/", -1)) {
            require(!segment.isEmpty() && !segment.equals(".") && !segment.equals(".."),
                    "A path in an artifact is relative and stays in it");
        }
    }

    static void requireMetadata(Map<String, ?> metadata) {
        require(metadata.size() <= MOST_METADATA, "An artifact has 100 keys of metadata at most");
    }

    static void requireUnique(List<String> texts, String otherwise) {
        require(Set.copyOf(texts).size() == texts.size(), otherwise);
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Without control characters, and such that UTF-8 gives it back: half a surrogate pair would become another's path. */
    private static boolean isPrintable(String text) {
        return text.chars().noneMatch(Character::isISOControl) && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
