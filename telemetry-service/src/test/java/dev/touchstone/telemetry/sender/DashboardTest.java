package dev.touchstone.telemetry.sender;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;

/** What operators are given to look at is what the service tells. */
@QuarkusTest
class DashboardTest extends ServiceTest {

    private static final Path DASHBOARDS = Path.of("../deploy/dashboards");
    private static final Pattern METRIC = Pattern.compile("touchstone_[a-z_]+");

    @ParameterizedTest
    @ValueSource(strings = { "wandb.json", "alerts.yaml" })
    void everyMetricThatIsAskedForIsExposed(String file) throws IOException {
        // Given
        Set<String> asked = METRIC.matcher(Files.readString(DASHBOARDS.resolve(file))).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        ReviewRef review = Samples.review();
        bus.send(Samples.requested(review, Stage.PRECHECK));
        // Brings the ledger as an upload, which is counted from its first try on.
        bus.send(Samples.event(review, Stage.PUBLISH, 1, 9, SendingTest.PUBLISHED));
        eventually().until(() -> runOf(review).size() == 2);

        // Then
        assertFalse(asked.isEmpty());
        eventually().untilAsserted(() -> {
            Set<String> missing = new TreeSet<>(asked);
            missing.removeAll(
                    METRIC.matcher(given().get(management("metrics")).asString()).results().map(MatchResult::group).toList());
            assertEquals(Set.of(), missing);
        });
    }

    @Test
    void everyPanelAsksSomething() throws IOException {
        for (JsonNode panel : new ObjectMapper().readTree(DASHBOARDS.resolve("wandb.json").toFile()).path("panels")) {
            assertFalse(panel.path("targets").path(0).path("expr").asText().isBlank(), panel.path("title").asText());
        }
    }
}
