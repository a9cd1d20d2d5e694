package dev.touchstone.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WandbRunTest {

    @ParameterizedTest
    @CsvSource({ "https://wandb.ai,https://wandb.ai", "https://wandb.ai//,https://wandb.ai",
            "HTTPS://WandB.ai:443/,https://wandb.ai",
            "http://localhost:80,http://localhost", "http://localhost:8090/,http://localhost:8090",
            "https://wandb.example/team/,https://wandb.example/team" })
    void oneAddressHasOneSpelling(URI given, URI spelled) {
        assertEquals(spelled, new WandbRun("acme", "reviews", "run-1", given).baseUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = { "ftp://wandb.ai", "wandb.ai", "https://key@wandb.ai", "https://wandb.ai?a=b", "https://wandb.ai#a",
            "https:///path" })
    void whatIsNoPlainWebAddressIsRefused(String baseUrl) {
        URI given = URI.create(baseUrl);
        assertThrows(IllegalArgumentException.class, () -> new WandbRun("acme", "reviews", "run-1", given));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a/b", "a b", "\u00e9", "a:b" })
    void aRunIdThatWandbCouldNotTakeIsRefused(String runId) {
        URI base = URI.create("https://wandb.ai");
        assertThrows(IllegalArgumentException.class, () -> new WandbRun("acme", "reviews", runId, base));
    }

    @Test
    void eachPartOfTheUrlIsEncoded() {
        WandbRun run = new WandbRun("acme corp", "a/b", "run-1", URI.create("https://wandb.ai"));
        assertEquals(URI.create("https://wandb.ai/acme%20corp/a%2Fb/runs/run-1"), run.url());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a/b", "a b", "<b>", "a:b" })
    void anAliasIsMadeAsARunIdIs(String alias) {
        WandbRun run = new WandbRun("acme", "reviews", "run-1", URI.create("https://wandb.ai"));
        assertThrows(IllegalArgumentException.class, () -> run.withAlias(alias));
    }

    @Test
    void anAliasedRunIsFoundWhereWandbHasItAndStaysTheSameRun() {
        // Given
        WandbRun run = new WandbRun("acme", "reviews", "run-1", URI.create("https://wandb.ai"));
        // When
        WandbRun aliased = run.withAlias("run-1-2");
        // Then
        assertEquals(URI.create("https://wandb.ai/acme/reviews/runs/run-1-2"), aliased.url());
        assertEquals(URI.create("https://wandb.ai/acme/reviews/runs/run-1-2/artifacts"), aliased.artifactsUrl());
        assertEquals(URI.create("https://wandb.ai/acme/reviews/workspace"), aliased.workspaceUrl());
        assertEquals("run-1", aliased.runId());
        assertEquals(run, aliased.withAlias(null));
    }
}
