package dev.touchstone.events;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads which LLM somebody asks for, with a submission or with a retry: one rule for both doors. Names all faults at once
 * and repeats no value, since one may be a key that was put into the wrong place. A member that is null counts as absent.
 */
public final class LlmSettingsReader {

    private static final Map<String, String> PROVIDERS = Map.of("openai-compatible", "openai-compatible", "openai",
            "openai-compatible", "anthropic", "anthropic", "gemini", "gemini");
    private static final Set<String> MEMBERS = Set.of("enabled", "provider", "model", "temperature", "maxOutputTokens",
            "baseUrl", "dryRun");
    /** Some hosts take the model's name in a path: no step up in it, and nothing that ends the path. */
    private static final Pattern MODEL = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9@][A-Za-z0-9._:/@+-]{0,127}");
    /** A name that says what it is may be repeated; anything else could be a key itself. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,31}");
    private static final Pattern NAMES_A_KEY = Pattern.compile("(?i).*(key|token|secret|password|authorization|credential).*");
    /** What the known providers' keys begin with, and tokens as of RFC 7519. */
    private static final Pattern KEY = Pattern.compile(
            "(?i)(?:^|[^a-z0-9])(?:sk|pk|gsk|xai|hf|nvapi)[-_][a-z0-9_-]{16,}|AIza[a-z0-9_-]{30,}|eyJ[a-z0-9_-]{10,}\\.eyJ");
    private static final double HOTTEST = 2;
    private static final int LONGEST_ADDRESS = 2048;
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_NAMED = 20;

    private final JsonNode json;
    private final List<LlmSettingsReading.Fault> faults = new ArrayList<>();

    private LlmSettingsReader(JsonNode json) {
        this.json = json;
    }

    public static LlmSettingsReading read(JsonNode json) {
        if (!json.isObject()) {
            return new LlmSettingsReading.Refused(List.of(new LlmSettingsReading.Fault("", "must be an object")));
        }
        return new LlmSettingsReader(json).read();
    }

    private LlmSettingsReading read() {
        LlmSettings settings = new LlmSettings(flag("enabled"), provider(), model(), temperature(), maxOutputTokens(),
                baseUrl(), flag("dryRun"));
        refuseOthers();
        if (json.valueStream().allMatch(JsonNode::isNull)) {
            fault("", "must ask for something");
        }
        return faults.isEmpty() ? new LlmSettingsReading.Usable(settings) : new LlmSettingsReading.Refused(faults);
    }

    private @Nullable Boolean flag(String name) {
        JsonNode value = member(name, JsonNode::isBoolean, "must be true or false");
        return value == null ? null : (Boolean) value.booleanValue();
    }

    private @Nullable String provider() {
        JsonNode value = member("provider", text -> PROVIDERS.containsKey(text.asText().strip()),
                "must be one of openai-compatible (or openai), anthropic, gemini");
        return value == null ? null : PROVIDERS.get(value.asText().strip());
    }

    private @Nullable String model() {
        JsonNode value = member("model", text -> text.isTextual() && MODEL.matcher(text.textValue().strip()).matches(),
                "must be 1 to 128 characters of A-Z a-z 0-9 . _ : / @ + - that begin with a letter, a digit or @, without ..");
        return value == null ? null : value.textValue().strip();
    }

    private @Nullable Double temperature() {
        JsonNode value = member("temperature",
                number -> number.isNumber() && number.doubleValue() >= 0 && number.doubleValue() <= HOTTEST,
                "must be a number from 0 to 2");
        return value == null ? null : (Double) value.doubleValue();
    }

    private @Nullable Integer maxOutputTokens() {
        JsonNode value = member("maxOutputTokens", number -> number.isIntegralNumber() && number.canConvertToInt()
                && number.intValue() >= 1 && number.intValue() <= LlmSettings.MOST_OUTPUT_TOKENS,
                "must be an integer from 1 to " + LlmSettings.MOST_OUTPUT_TOKENS);
        return value == null ? null : (Integer) value.intValue();
    }

    private @Nullable URI baseUrl() {
        JsonNode value = member("baseUrl", text -> text.isTextual() && isAddress(text.textValue().strip()),
                "must be an absolute http or https URL of at most 2048 ASCII characters without user information, query or"
                        + " fragment");
        return value == null ? null : URI.create(value.textValue().strip());
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return web && bare && uri.getHost() != null && uri.getPort() <= HIGHEST_PORT
                    && text.length() <= LONGEST_ADDRESS && uri.toASCIIString().equals(text);
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    /** The member where it is there and right; null where it is absent or a fault was noted. */
    private @Nullable JsonNode member(String name, Predicate<JsonNode> rule, String detail) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!rule.test(value)) {
            fault("/" + name, detail);
            return null;
        }
        if (KEY.matcher(value.asText()).find()) {
            fault("/" + name, "looks like a key: keys are the operator's and never come with a request");
            return null;
        }
        return value;
    }

    private void refuseOthers() {
        Set<String> others = new TreeSet<>();
        json.fieldNames().forEachRemaining(others::add);
        others.removeAll(MEMBERS);
        others.stream().filter(PLAIN_NAME.asMatchPredicate()).limit(MOST_NAMED).forEach(name -> fault("/" + name,
                NAMES_A_KEY.matcher(name).matches() ? "is not taken: keys are the operator's and never come with a request"
                        : "is not known"));
        if (!others.stream().allMatch(PLAIN_NAME.asMatchPredicate())) {
            fault("", "has members that are not known");
        }
    }

    private void fault(String pointer, String detail) {
        faults.add(new LlmSettingsReading.Fault(pointer, detail));
    }
}
