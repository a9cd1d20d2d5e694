package dev.touchstone.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

class ManifestsTest {

    static Stream<Manifest> manifests() throws IOException {
        return Manifest.all().stream();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyObjectFitsItsSchema(Manifest manifest) {
        assertEquals("", manifest.fault(), manifest.file());
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyFileIsNamedForItsObject(Manifest manifest) {
        assertTrue(manifest.file().matches("\\d\\d\\." + manifest.kind() + "\\." + manifest.name() + "\\.yaml"),
                manifest.file());
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyObjectButTheNamespaceIsInIt(Manifest manifest) {
        JsonElement namespace = manifest.json().getAsJsonObject("metadata").get("namespace");

        assertEquals(manifest.kind().equals("Namespace"), namespace == null, manifest.file());
        assertTrue(namespace == null || namespace.getAsString().equals("touchstone"), manifest.file());
    }

    @Test
    void theKustomizationListsExactlyTheFilesThereAre() throws IOException {
        // When
        JsonObject kustomization = Manifest.yaml(Files.readString(Manifest.BASE.resolve(Manifest.KUSTOMIZATION)));

        // Then
        List<String> listed = new ArrayList<>();
        kustomization.getAsJsonArray("resources").forEach(file -> listed.add(file.getAsString()));
        assertEquals(Manifest.files(), listed);
    }

    @Test
    void noSecretIsAmongThem() throws IOException {
        assertEquals(List.of(), Manifest.all().stream().filter(manifest -> manifest.kind().equals("Secret")).toList());
    }

    @Test
    void aMisspeltFieldIsRefusedWhereverItIs() throws IOException {
        // Given
        List<String> overlooked = new ArrayList<>();

        // When
        for (Manifest manifest : Manifest.all()) {
            for (Misspelling misspelling : Misspelling.everyIn(manifest.json())) {
                misspelling.make();
                if (manifest.fault().isEmpty()) {
                    overlooked.add(manifest.file() + " " + misspelling.field());
                }
                misspelling.undo();
            }
        }

        // Then
        assertEquals(List.of(), overlooked);
    }

    @Test
    void aMisspeltFieldIsNamed() throws IOException {
        // Given
        String deployment = Files.readString(Manifest.BASE.resolve("50.Deployment.submission-service.yaml"));

        // When
        Manifest misspelt = new Manifest("misspelt",
                Manifest.yaml(deployment.replace("failureThreshold:", "failureTreshold:")));

        // Then
        assertTrue(misspelt.fault().contains("failureTreshold"), misspelt.fault());
    }

    @ParameterizedTest
    @ValueSource(strings = { "containers", "selector", "name", "image" })
    void aMissingFieldIsRefusedWhereTheSchemaRequiresIt(String field) throws IOException {
        // Given
        JsonObject deployment = Manifest.read("50.Deployment.submission-service.yaml").json();
        JsonObject spec = deployment.getAsJsonObject("spec");
        JsonObject pod = spec.getAsJsonObject("template").getAsJsonObject("spec");
        JsonObject container = pod.getAsJsonArray("containers").get(0).getAsJsonObject();

        // When
        List.of(spec, pod, container).forEach(object -> object.remove(field));

        // Then
        assertEquals(field.equals("image"), new Manifest("incomplete", deployment).fault().isEmpty(), field);
    }

    @Test
    void anUnknownKindIsRefused() {
        JsonObject unknown = Manifest.yaml("apiVersion: apps/v1\nkind: Deploiment\nmetadata: {name: x}");

        assertEquals("no such apiVersion and kind", new Manifest("unknown", unknown).fault());
    }
}
