package dev.touchstone.kubernetes;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What an overlay may add fits the base: a patch of nothing, or a variable that no service knows, would be found too late. */
class ComponentsTest {

    private static final Pattern VARIABLE = Pattern.compile("path: /data/(\\w+)");
    /** Of Quarkus itself. */
    private static final Set<String> PLATFORM = Set.of("QUARKUS_PROFILE", "QUARKUS_CONFIG_LOCATIONS");

    @ParameterizedTest
    @ValueSource(strings = { "weave", "wandb-identity", "agent-secrets" })
    void everyPatchHasATargetInTheBaseAndSetsWhatServicesKnow(String component) throws IOException {
        // Given
        JsonObject kustomization = Manifest.yaml(Files.readString(Path.of("components", component, "kustomization.yaml")));
        Set<String> known = new TreeSet<>(PLATFORM);
        known.addAll(Settings.of("telemetry-service"));
        known.addAll(Settings.of("review-service"));
        List<String> there = Manifest.all().stream().map(manifest -> manifest.kind() + " " + manifest.name()).toList();

        // Then
        assertFalse(kustomization.getAsJsonArray("patches").isEmpty());
        for (JsonElement each : kustomization.getAsJsonArray("patches")) {
            JsonObject target = each.getAsJsonObject().getAsJsonObject("target");
            String named = target.get("kind").getAsString() + " " + target.get("name").getAsString();
            assertTrue(there.contains(named), named);
            List<String> variables = VARIABLE.matcher(each.getAsJsonObject().get("patch").getAsString()).results()
                    .map((MatchResult found) -> found.group(1)).toList();
            assertTrue(known.containsAll(variables), variables + " " + known);
        }
    }
}
