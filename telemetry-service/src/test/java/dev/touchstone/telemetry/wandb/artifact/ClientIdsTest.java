package dev.touchstone.telemetry.wandb.artifact;

import static dev.touchstone.telemetry.wandb.artifact.ArtifactSamples.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ClientIdsTest {

    private final ClientIds ids = new ClientIds("seed");

    @Test
    void anIdHas128LettersAndDigits() {
        assertTrue(ids.artifact(draft(), "d").matches("[a-z0-9]{128}"));
        assertTrue(ids.sequence(draft()).matches("[a-z0-9]{128}"));
    }

    @Test
    void anotherProcessNamesTheSameThingTheSame() {
        assertEquals(ids.artifact(draft(), "d"), new ClientIds("seed").artifact(draft(), "d"));
        assertNotEquals(ids.artifact(draft(), "d"), new ClientIds("other seed").artifact(draft(), "d"));
    }

    @Test
    void contentNamesAVersionAndRunAndCollectionNameTheSequence() {
        assertNotEquals(ids.artifact(draft(), "d"), ids.artifact(draft(), "e"));
        assertNotEquals(ids.artifact(draft(), "d"), ids.sequence(draft()));
        assertNotEquals(ids.sequence(draft()), ids.sequence(of("r2", "security-report")));
        assertNotEquals(ids.sequence(of("ab", "c")), ids.sequence(of("a", "bc")));
    }

    private static ArtifactDraft of(String runId, String name) {
        return new ArtifactDraft("acme", "agents", runId, "report", name, "", List.of(), Map.of(), List.of(), 0);
    }
}
