package dev.touchstone.telemetry.wandb.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.Goal;
import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.SummaryKind;

class MetricEntriesTest {

    private static final MetricDefinition SCORES = new MetricDefinition("score/*", "epoch", Set.of(SummaryKind.MAX), null,
            true, false);

    @Test
    void encodesWhatTheOfficialClientWasSeenToSend() {
        // Given
        MetricDefinition loss = new MetricDefinition("loss", "epoch",
                Set.of(SummaryKind.LAST, SummaryKind.MEAN, SummaryKind.MIN), null, true, false);

        // Then
        assertEquals("""
                [{"1":"epoch","6":[3],"7":[]},{"1":"loss","5":1,"6":[1,3],"7":[1,3,5]},\
                {"2":"score/*","5":1,"6":[1],"7":[2]}]""", encoded(true, Set.of(), named("epoch", null), loss, SCORES));
    }

    @Test
    void letsTwoMetricsBeEachOthersSteps() {
        assertEquals("[{\"1\":\"x\",\"5\":2,\"6\":[3],\"7\":[]},{\"1\":\"y\",\"5\":1,\"6\":[3],\"7\":[]}]",
                encoded(true, Set.of(), named("x", "y"), named("y", "x")));
    }

    @Test
    void givesAStepThatNobodyDefinedAnEntryWithNothingInIt() {
        assertEquals("[{\"2\":\"x/*\",\"5\":2,\"6\":[],\"7\":[]},{\"1\":\"y\",\"6\":[],\"7\":[]}]",
                encoded(true, Set.of(), named("x/*", "y")));
    }

    @Test
    void namesTheMetricsThatAppearedWhereTheServerKnowsNoGlobs() {
        assertEquals("""
                [{"1":"score/a","6":[3],"7":[]},{"1":"score/b","5":4,"6":[1],"7":[2]},{"1":"score/c","5":4,"6":[1],"7":[2]},\
                {"1":"epoch","6":[],"7":[]}]""",
                encoded(false, Set.of("score/c", "score/b", "score/a", "loss", "_score/d"), named("score/a", null), SCORES));
    }

    @Test
    void namesNoInternalMetricByAGlobForAll() {
        assertEquals("[{\"1\":\"loss\",\"6\":[],\"7\":[]}]", encoded(false, Set.of("_step", "loss"), named("*", null)));
    }

    @Test
    void tellsGoalAndHiddenness() {
        assertEquals("[{\"1\":\"x\",\"6\":[2,3],\"7\":[6],\"8\":2}]", encoded(true, Set.of(),
                new MetricDefinition("x", null, Set.of(SummaryKind.NONE), Goal.MAXIMIZE, false, true)));
    }

    @Test
    void knowsAnAsteriskAtTheEndOnly() {
        assertThrows(IllegalArgumentException.class, () -> named("*/score", null));
    }

    private static MetricDefinition named(String name, @Nullable String step) {
        return new MetricDefinition(name, step);
    }

    private static String encoded(boolean globs, Set<String> appeared, MetricDefinition... metrics) {
        return ExtendedJson.write(MetricEntries.of(List.of(metrics), appeared, globs));
    }
}
