package dev.touchstone.judge.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.touchstone.events.LlmSettings;

/** What a configuration of models must keep to. Half of one is a mistake: who gave it believes that models judge. */
final class JurorRules {

    /** The seats of the jurors without a model. */
    private static final Set<String> RESERVED = Set.of("rubric", "reference");
    /** The environment can name these, and no others without doubt; a juror that it cannot name has no key. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,40}");
    private static final int MOST_CALLS = 100_000;

    private final LlmConfig config;
    private final List<String> problems = new ArrayList<>();

    private JurorRules(LlmConfig config) {
        this.config = config;
    }

    /** For the operator, each with the setting's name; empty where all is well. */
    static List<String> problems(LlmConfig config) {
        JurorRules rules = new JurorRules(config);
        rules.check();
        return rules.problems;
    }

    private void check() {
        require(!config.enabled() || !config.jurors().isEmpty(), "enabled: no juror is configured");
        require(config.timeout().isPositive() && !config.retryWait().isNegative() && !config.longestWait().isNegative()
                && !config.longestQueue().isNegative() && config.cache().keep().isPositive(),
                "timeout, retry-wait, longest-wait, longest-queue, cache.keep: a time cannot be negative");
        require(config.timeout().compareTo(Duration.ofHours(1)) <= 0, "timeout: an hour at most");
        config.allowedBaseUrls().orElse(List.of())
                .forEach(url -> require(isAddress(url), "allowed-base-urls: " + url + " is no http(s) address of a host"));
        new TreeMap<>(config.jurors()).forEach(this::check);
    }

    private void check(String name, JurorConfig juror) {
        String prefix = "jurors." + name + ".";
        require(NAME.matcher(name).matches(), "jurors: a name has 1 to 40 lower-case letters and digits");
        require(!RESERVED.contains(name), "jurors: the name is that of a juror without a model");
        require(!juror.model().isBlank(), prefix + "model: is empty");
        require(juror.temperature() >= 0 && juror.temperature() <= juror.provider().hottest(),
                prefix + "temperature: 0 to " + juror.provider().hottest());
        require(juror.maxOutputTokens() >= 1 && juror.maxOutputTokens() <= LlmSettings.MOST_OUTPUT_TOKENS,
                prefix + "max-output-tokens: 1 to " + LlmSettings.MOST_OUTPUT_TOKENS);
        require(juror.callsPerMinute() >= 1 && juror.callsPerMinute() <= MOST_CALLS,
                prefix + "calls-per-minute: 1 to " + MOST_CALLS);
        checkAddress(prefix, juror);
        checkPrice(prefix, juror);
    }

    private void checkAddress(String prefix, JurorConfig juror) {
        Optional<URI> address = juror.address();
        require(address.isPresent(), prefix + "base-url: is needed for " + juror.provider().key());
        require(address.map(JurorRules::isAddress).orElse(true), prefix + "base-url: is no http(s) address of a host");
        boolean keyed = juror.apiKey().filter(key -> !key.isBlank()).isPresent();
        require(keyed || !address.equals(juror.provider().ownBaseUrl()) || address.isEmpty(),
                prefix + "api-key: is needed for " + juror.provider().key() + "'s own address");
    }

    private void checkPrice(String prefix, JurorConfig juror) {
        require(juror.inputPrice().isPresent() == juror.outputPrice().isPresent(),
                prefix + "input-price, output-price: go together");
        require(juror.inputPrice().orElse(BigDecimal.ZERO).signum() >= 0
                && juror.outputPrice().orElse(BigDecimal.ZERO).signum() >= 0, prefix + "input-price, output-price: 0 or more");
        require(config.budget().usd().isEmpty() || juror.price().isPresent(),
                prefix + "input-price, output-price: are needed, because budget.usd limits the cost");
    }

    private static boolean isAddress(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null
                && url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
