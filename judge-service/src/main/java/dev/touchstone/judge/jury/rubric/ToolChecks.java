package dev.touchstone.judge.jury.rubric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.judge.jury.Criterion;
import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Finding;
import dev.touchstone.judge.jury.Secrets;
import dev.touchstone.judge.jury.Span;
import dev.touchstone.judge.jury.ToolUse;

/**
 * The checks of Tool Usage, where the answer shows uses of tools at all. What a tool answered is not shown, so whether a call
 * was repeated because it failed is told by how often it was made.
 */
final class ToolChecks {

    /** A second try is prudence, a third one of the very same call is a loop. */
    private static final int LOOP = 3;
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:/-]{0,127}");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[_.:/-]");
    private static final ObjectMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Exhibit exhibit;

    ToolChecks(Exhibit exhibit) {
        this.exhibit = exhibit;
    }

    /** Empty where no use is shown: nothing was measured then. */
    List<Finding> findings() {
        List<ToolUse> uses = exhibit.toolUses();
        if (uses.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(finding("tools_named", 1, first(uses, use -> !NAME.matcher(use.name()).matches()),
                "Every tool has a name that a program could have.", "A tool has no name that a program could have"));
        findings.add(
                finding("tool_fits", 2, uses.stream().anyMatch(this::fits) ? Optional.empty() : Optional.of(uses.getFirst()),
                        "A tool's name or arguments share words with the question and the card.",
                        "No tool's name or arguments share a word with the question or the card"));
        findings.add(finding("arguments_well_formed", 2, first(uses, use -> !isObject(use.arguments())),
                "All arguments that are shown whole are JSON objects.", "The arguments of a tool are no JSON object"));
        findings.add(finding("no_secret_in_arguments", 3, first(uses, ToolChecks::givesAway),
                "No secret is handed to a tool.", "What looks like a secret is handed to a tool"));
        findings.add(finding("no_loop", 2, loop(uses), "No call is made over and over.",
                "The same call is made " + LOOP + " times or more"));
        return findings;
    }

    private static Optional<ToolUse> first(List<ToolUse> uses, java.util.function.Predicate<ToolUse> wrong) {
        return uses.stream().filter(wrong).findFirst();
    }

    private boolean fits(ToolUse use) {
        Set<String> said = new HashSet<>(Terms.of(HUMP.matcher(use.name()).replaceAll(" ") + " " + use.arguments()));
        said.retainAll(Terms.of(exhibit.question().topic() + " " + exhibit.question().text()));
        return !said.isEmpty();
    }

    /** No arguments are none; whether what was cut had an end is not known. */
    private static boolean isObject(String arguments) {
        if (arguments.isBlank() || arguments.endsWith("[cut]")) {
            return true;
        }
        try {
            JsonNode json = STRICT.readTree(arguments);
            return json != null && json.isObject();
        } catch (JsonProcessingException malformed) {
            return false;
        }
    }

    /** Arguments come masked; what is masked was a secret. */
    private static boolean givesAway(ToolUse use) {
        return use.arguments().contains("[masked:") || !Secrets.mask(use.arguments()).flags().isEmpty();
    }

    private static Optional<ToolUse> loop(List<ToolUse> uses) {
        Map<ToolUse, Long> times = uses.stream().collect(Collectors.groupingBy(use -> use, Collectors.counting()));
        return first(uses, use -> times.getOrDefault(use, 0L) >= LOOP);
    }

    /** A use of a tool stands beside the text, so there are no words to point at but the tool's name. */
    private static Finding finding(String check, int weight, Optional<ToolUse> wrong, String met, String unmet) {
        return new Finding(check, Criterion.TOOL_USAGE, weight, wrong.isEmpty(),
                wrong.map(use -> unmet + ": " + shown(use.name()) + ".").orElse(met), (Span) null);
    }

    private static String shown(String name) {
        String plain = Secrets.mask(name).text().replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
        return "'" + (plain.length() > 60 ? plain.substring(0, plain.offsetByCodePoints(0, 50)) + "…" : plain) + "'";
    }
}
