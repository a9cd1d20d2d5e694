package dev.touchstone.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** How near a run comes to its ideal, cases times latency by how many are side by side; over the real stage and way out. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@TestProfile(SideBySideTest.OneHundredAndSixty.class)
@EnabledIfSystemProperty(named = "touchstone.measure", matches = "true", disabledReason = "a figure of a quiet machine")
class SideBySideTest extends BusTest {

    private static final Logger LOG = Logger.getLogger(SideBySideTest.class);
    private static final int CASES = 160;
    private static final int SIDE_BY_SIDE = 8;
    private static final Duration LATENCY = Duration.ofMillis(250);
    private static final int RUNS = 3;

    public static class OneHundredAndSixty implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("touchstone.functional.max-scenarios", Integer.toString(CASES),
                    "touchstone.functional.dialogues", "0");
        }
    }

    @Test
    void aRunTakesAtMostATenthMoreThanItsIdeal() {
        // Given
        double ideal = CASES * LATENCY.toMillis() / (double) SIDE_BY_SIDE;
        // When
        List<Double> ratios = IntStream.range(0, RUNS).mapToObj(run -> wallClock() / ideal).toList();
        // Then
        LOG.infof("%d cases, %d ms, %d side by side: ideal %.0f ms, ratios %s", CASES, LATENCY.toMillis(), SIDE_BY_SIDE, ideal,
                ratios.stream().map(each -> String.format(Locale.ROOT, "%.3f", each)).toList());
        assertTrue(ratios.stream().anyMatch(ratio -> ratio <= 1.1), ratios::toString);
    }

    /** From the start of the stage until its last case is stored, in milliseconds. */
    private long wallClock() {
        try (PromptAgent agent = new PromptAgent(card(), Latency.of(LATENCY, prompt -> "It is the Tokaido Shinkansen."))) {
            StageEvent request = Samples.requested(Samples.review(), Stage.FUNCTIONAL, agent.target());
            bus.send(request);
            StageEvent last = bus.await(request.submissionId(),
                    event -> event.body() instanceof Progressed(int done, int total) && done == total);
            StageEvent started = bus.await(request.submissionId(), "started");
            assertEquals(CASES, agent.asked().size());
            return Duration.between(started.origin().occurredAt(), last.origin().occurredAt()).toMillis();
        }
    }

    /** A skill each; each is asked about once. */
    private static String card() {
        return IntStream.range(0, CASES)
                .mapToObj(each -> "{\"name\": \"Line %d\", \"description\": \"Explains train line %d in Japan.\"}"
                        .formatted(each, each))
                .collect(Collectors.joining(",", "{\"name\": \"Tabi\", \"skills\": [", "]}"));
    }
}
