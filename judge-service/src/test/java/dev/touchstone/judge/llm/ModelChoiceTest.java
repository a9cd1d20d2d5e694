package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.LlmSettings;

class ModelChoiceTest {

    private static final URI OWN = URI.create("https://llm.example/v1");
    private static final URI ALLOWED = URI.create("https://other.example/v1/");

    private static final Juror SMALL = Juror.at(OWN, "small");
    private static final Operator NONE = Operator.with(Map.of());
    private static final Operator READY = Operator.with(Map.of("model", SMALL)).allowing(ALLOWED)
            .allowingModels(LlmConfig.ANY);
    private static final Operator ON = READY.on();

    @Test
    void withoutAWishTheOperatorDecides() {
        assertInstanceOf(ModelChoice.Off.class, ModelChoice.of(NONE, null));
        assertInstanceOf(ModelChoice.Off.class, ModelChoice.of(READY, null));
        assertEquals(new ModelSettings("model", Provider.OPENAI, OWN, "small", 0, 1024, false),
                usable(ModelChoice.of(ON, null)));
    }

    @Test
    void aRequestCanAskForAModelAndForNone() {
        assertEquals("small", usable(ModelChoice.of(READY, enabled(true, null))).model());
        assertInstanceOf(ModelChoice.Off.class, ModelChoice.of(ON, enabled(false, null)));
    }

    @Test
    void whatIsAskedForAndNotConfiguredKeepsItsSeat() {
        assertUnusable(ModelChoice.of(NONE, enabled(true, null)));
    }

    @Test
    void theRequestsSettingsComeBeforeTheOperators() {
        // Given
        LlmSettings asked = new LlmSettings(true, "openai", "large", 1.5, 64, ALLOWED, true);
        // Then
        assertEquals(
                new ModelSettings("model", Provider.OPENAI, URI.create("https://other.example/v1"), "large", 1.5, 64, true),
                usable(ModelChoice.of(READY, asked)));
    }

    @Test
    void anAddressThatTheOperatorDoesNotNameIsNeverUsed() {
        assertUnusable(ModelChoice.of(ON, enabled(true, URI.create("http://169.254.169.254/v1"))));
        assertUnusable(ModelChoice.of(ON, enabled(true, URI.create("https://llm.example.evil/v1"))));
    }

    @Test
    void whereTheOperatorListsModelsNoOtherJudges() {
        assertEquals("small", usable(ModelChoice.of(ON.allowingModels("large"), null)).model());
        assertEquals("large", usable(ModelChoice.of(ON.allowingModels("large"), model("large"))).model());
        assertUnusable(ModelChoice.of(ON.allowingModels("large"), model("tiny")));
    }

    @Test
    void whereNoModelIsListedNobodyChoosesAnother() {
        // Given
        Operator quiet = Operator.with(Map.of("model", SMALL)).on();
        // Then
        assertEquals("small", usable(ModelChoice.of(quiet, model("small"))).model());
        assertUnusable(ModelChoice.of(quiet, model("large")));
    }

    @Test
    void settingsOutOfRangeAndUnknownProvidersAreNotUsed() {
        assertUnusable(ModelChoice.of(ON, new LlmSettings(null, null, null, 2.1, null, null, null)));
        assertUnusable(ModelChoice.of(ON, new LlmSettings(null, null, null, null, 0, null, null)));
        assertUnusable(ModelChoice.of(ON, new LlmSettings(null, "carrier-pigeon", null, null, null, null, null)));
    }

    @Test
    void jurorsOfSeveralProvidersSitInTheOrderOfTheirNames() {
        // Given
        Operator several = Operator.with(Map.of("zeta", SMALL, "claude", Juror.of(Provider.ANTHROPIC, "claude-x"), "gem",
                Juror.of(Provider.GEMINI, "gemini-x"))).on();
        // When
        List<ModelSeat> seats = seats(several, null);
        // Then
        assertEquals(List.of(
                new ModelSeat.Usable(new ModelSettings("claude", Provider.ANTHROPIC, URI.create("https://api.anthropic.com/v1"),
                        "claude-x", 0, 1024, false)),
                new ModelSeat.Usable(new ModelSettings("gem", Provider.GEMINI,
                        URI.create("https://generativelanguage.googleapis.com/v1beta"), "gemini-x", 0, 1024, false)),
                new ModelSeat.Usable(new ModelSettings("zeta", Provider.OPENAI, OWN, "small", 0, 1024, false))), seats);
    }

    @Test
    void aRequestReplacesTheFirstModelOnlyAndTunesAll() {
        // Given
        Operator two = Operator.with(Map.of("a", SMALL, "b", Juror.of(Provider.ANTHROPIC, "claude-x"))).allowing(ALLOWED)
                .allowingModels(LlmConfig.ANY).on();
        // When
        List<ModelSeat> seats = seats(two, new LlmSettings(null, null, "large", 0.5, 64, ALLOWED, true));
        // Then
        assertEquals(List.of(
                new ModelSeat.Usable(
                        new ModelSettings("a", Provider.OPENAI, URI.create("https://other.example/v1"), "large", 0.5,
                                64, true)),
                new ModelSeat.Usable(new ModelSettings("b", Provider.ANTHROPIC, URI.create("https://api.anthropic.com/v1"),
                        "claude-x", 0.5, 64, true))),
                seats);
    }

    @Test
    void whatIsAskedOfTheFirstInVainLeavesTheOthersSeated() {
        // Given
        Operator two = Operator.with(Map.of("a", SMALL, "b", Juror.at(OWN, "other"))).on();
        // When
        List<ModelSeat> seats = seats(two, enabled(true, URI.create("http://169.254.169.254/v1")));
        // Then
        assertInstanceOf(ModelSeat.Unusable.class, seats.getFirst());
        assertInstanceOf(ModelSeat.Usable.class, seats.getLast());
    }

    @Test
    void anotherProviderIsAskedAtItsOwnAddressOrNotAtAll() {
        // Given
        Operator two = Operator.with(Map.of("a", SMALL, "b", Juror.of(Provider.ANTHROPIC, "claude-x"))).on();
        // Then
        assertEquals(URI.create("https://api.anthropic.com/v1"),
                assertInstanceOf(ModelSeat.Usable.class, seats(two, provider("anthropic")).getFirst()).settings().baseUrl());
        assertInstanceOf(ModelSeat.Unusable.class, seats(two, provider("gemini")).getFirst());
        assertUnusable(ModelChoice.of(Operator.with(Map.of("b", Juror.of(Provider.ANTHROPIC, "claude-x"))).on(),
                provider("openai")));
    }

    @Test
    void aTemperatureThatTheProviderDoesNotTakeIsOutOfRange() {
        // Given
        Operator claude = Operator.with(Map.of("b", Juror.of(Provider.ANTHROPIC, "claude-x"))).on();
        // Then
        assertUnusable(ModelChoice.of(claude, new LlmSettings(null, null, null, 1.1, null, null, null)));
        assertEquals(1, usable(ModelChoice.of(claude, new LlmSettings(null, null, null, 1.0, null, null, null))).temperature());
    }

    @Test
    void whatTheOperatorKnowsOfAModelHoldsForThatModelOnly() {
        // Given
        Juror known = SMALL.servedAs("small-2").priced("0.1", "0.4");
        Operator operator = Operator.with(Map.of("a", known)).allowingModels(LlmConfig.ANY).on();
        // Then
        assertEquals(new ModelFacts(List.of("small-2"), new Price(new BigDecimal("0.1"), new BigDecimal("0.4"))),
                usable(ModelChoice.of(operator, null)).facts());
        assertEquals(ModelFacts.NONE, usable(ModelChoice.of(operator, model("large"))).facts());
    }

    @Test
    void whereTheCostIsLimitedNoUnpricedModelJudges() {
        // Given
        Operator limited = Operator.with(Map.of("a", SMALL.priced("0.1", "0.4"))).on().spending("2.50");
        // Then
        assertEquals("small", usable(ModelChoice.of(limited, null)).model());
        assertUnusable(ModelChoice.of(limited, model("large")));
    }

    private static List<ModelSeat> seats(Operator operator, @Nullable LlmSettings asked) {
        return assertInstanceOf(ModelChoice.Seated.class, ModelChoice.of(operator, asked)).seats();
    }

    private static LlmSettings provider(String name) {
        return new LlmSettings(null, name, null, null, null, null, null);
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
