package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.LlmSettings;

class ModelChoiceTest {

    private static final URI OWN = URI.create("https://llm.example/v1");
    private static final URI ALLOWED = URI.create("https://other.example/v1/");

    /** An operator's settings, as they would be configured. */
    record Operator(boolean enabled, Optional<URI> baseUrl, Optional<String> model, Optional<List<String>> allowedModels)
            implements
                LlmConfig {

        static final Operator NONE = new Operator(false, Optional.empty(), Optional.empty(), Optional.empty());
        static final Operator READY = new Operator(false, Optional.of(OWN), Optional.of("small"), Optional.empty());
        static final Operator ON = new Operator(true, Optional.of(OWN), Optional.of("small"), Optional.empty());
        static final Operator STRICT = new Operator(true, Optional.of(OWN), Optional.of("small"),
                Optional.of(List.of("large")));

        @Override
        public Optional<String> apiKey() {
            return Optional.of("key");
        }

        @Override
        public double temperature() {
            return 0;
        }

        @Override
        public int maxOutputTokens() {
            return 1024;
        }

        @Override
        public boolean dryRun() {
            return false;
        }

        @Override
        public Optional<List<URI>> allowedBaseUrls() {
            return Optional.of(List.of(ALLOWED));
        }

        @Override
        public int tries() {
            return 3;
        }

        @Override
        public Duration retryWait() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(60);
        }

        @Override
        public int replyBytes() {
            return 1024;
        }

        @Override
        public Duration longestWait() {
            return Duration.ofSeconds(30);
        }
    }

    @Test
    void withoutAWishTheOperatorDecides() {
        assertInstanceOf(ModelChoice.Off.class, ModelChoice.of(Operator.NONE, null));
        assertInstanceOf(ModelChoice.Off.class, ModelChoice.of(Operator.READY, null));
        assertEquals(new ModelSettings("model", Provider.OPENAI, OWN, "small", 0, 1024, false),
                usable(ModelChoice.of(Operator.ON, null)));
    }

    @Test
    void aRequestCanAskForAModelAndForNone() {
        assertEquals("small", usable(ModelChoice.of(Operator.READY, enabled(true, null))).model());
        assertInstanceOf(ModelChoice.Off.class, ModelChoice.of(Operator.ON, enabled(false, null)));
    }

    @Test
    void whatIsAskedForAndNotConfiguredKeepsItsSeat() {
        assertUnusable(ModelChoice.of(Operator.NONE, enabled(true, null)));
    }

    @Test
    void theRequestsSettingsComeBeforeTheOperators() {
        // Given
        LlmSettings asked = new LlmSettings(true, "openai", "large", 1.5, 64, ALLOWED, true);
        // Then
        assertEquals(
                new ModelSettings("model", Provider.OPENAI, URI.create("https://other.example/v1"), "large", 1.5, 64, true),
                usable(ModelChoice.of(Operator.READY, asked)));
    }

    @Test
    void anAddressThatTheOperatorDoesNotNameIsNeverUsed() {
        assertUnusable(ModelChoice.of(Operator.ON, enabled(true, URI.create("http://169.254.169.254/v1"))));
        assertUnusable(ModelChoice.of(Operator.ON, enabled(true, URI.create("https://llm.example.evil/v1"))));
    }

    @Test
    void whereTheOperatorListsModelsNoOtherJudges() {
        assertEquals("small", usable(ModelChoice.of(Operator.STRICT, null)).model());
        assertEquals("large", usable(ModelChoice.of(Operator.STRICT, model("large"))).model());
        assertUnusable(ModelChoice.of(Operator.STRICT, model("tiny")));
    }

    @Test
    void settingsOutOfRangeAndUnknownProvidersAreNotUsed() {
        assertUnusable(ModelChoice.of(Operator.ON, new LlmSettings(null, null, null, 2.1, null, null, null)));
        assertUnusable(ModelChoice.of(Operator.ON, new LlmSettings(null, null, null, null, 0, null, null)));
        assertUnusable(ModelChoice.of(Operator.ON, new LlmSettings(null, "carrier-pigeon", null, null, null, null, null)));
    }

    private static LlmSettings model(String name) {
        return new LlmSettings(null, null, name, null, null, null, null);
    }

    private static LlmSettings enabled(boolean enabled, @Nullable URI baseUrl) {
        return new LlmSettings(enabled, null, null, null, null, baseUrl, null);
    }

    private static ModelSettings usable(ModelChoice choice) {
        return assertInstanceOf(ModelSeat.Usable.class, only(choice)).settings();
    }

    private static void assertUnusable(ModelChoice choice) {
        assertInstanceOf(ModelSeat.Unusable.class, only(choice));
    }

    private static ModelSeat only(ModelChoice choice) {
        List<ModelSeat> seats = assertInstanceOf(ModelChoice.Seated.class, choice).seats();
        assertEquals(1, seats.size());
        return seats.getFirst();
    }
}
