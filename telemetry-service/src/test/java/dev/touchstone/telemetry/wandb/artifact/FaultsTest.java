package dev.touchstone.telemetry.wandb.artifact;

import static dev.touchstone.telemetry.wandb.artifact.ArtifactSamples.draft;
import static dev.touchstone.telemetry.wandb.artifact.ArtifactSamples.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.artifact.ArtifactServer.Fault;

/** Every kind of fault at every request of an upload; then another process, which remembers nothing, tries again. */
class FaultsTest {

    private static final List<String> STEPS = List.of("CreateArtifact", "CreateArtifactManifest", "CreateArtifactFiles",
            "PUT a",
            "PUT b", "PUT part 1", "PUT part 2", "CompleteMultipartUploadArtifact", "CreateArtifactManifest with upload",
            "PUT manifest", "CommitArtifact");

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = { "NONE", "EXPIRED" })
    void tryingAgainEndsCommitted(Fault fault) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int step = 0; step < STEPS.size(); step++) {
                int number = step;
                all.add(threads.submit(() -> {
                    tryAgainAfter(fault, number);
                    return null;
                }));
            }
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    private static void tryAgainAfter(Fault fault, int step) throws InterruptedException {
        try (ArtifactServer server = new ArtifactServer()) {
            // Given
            server.failAt(step, fault);

            // When
            assertInstanceOf(Later.class, process(server).log(content()), STEPS.get(step));
            Accepted<?> answer = assertInstanceOf(Accepted.class, process(server).log(content()), STEPS.get(step));

            // Then
            boolean lostCommit = step == STEPS.size() - 1 && fault.losesTheAnswer();
            assertEquals(new LoggedArtifact("artifact-1", Manifest.of(content().files()).digest(), !lostCommit),
                    answer.value());
            assertEquals("COMMITTED", server.store.state("artifact-1"));
            assertEquals(1, server.store.committed());
            assertEquals(List.of(), server.store.faults());
            server.store.accepted().forEach((place, sizes) -> assertTrue(sizes.size() <= allowed(place, step),
                    fault + " at " + STEPS.get(step) + ": " + place + " was sent " + sizes.size() + " times"));
        }
    }

    /**
     * Files that are there are never sent again. Parts that are not joined yet are nobody's, so a fault among them costs
     * one more of each; the manifest is only asked for when the files are there, so a fault after it costs one more.
     */
    private static int allowed(String place, int step) {
        boolean isPart = place.matches("/files/.*/[12]");
        boolean joining = step >= 5 && step <= 7;
        boolean afterManifest = step >= 9;
        return (place.startsWith("/manifest/") && afterManifest) || (isPart && joining) ? 2 : 1;
    }

    private static ArtifactDraft content() {
        return draft(file("a", "aa"), file("b", "bb"), file("large", "0123456789"));
    }

    private static Artifacts process(ArtifactServer server) {
        return server.artifacts(new PartSize(10, 5, 10_000), Duration.ofSeconds(2));
    }
}
