package dev.touchstone.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.touchstone.telemetry.wandb.ScriptedWandb;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Points the service to a W&amp;B that the tests start, stop and script themselves, and makes it impatient. */
public final class PickedPorts implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "test.wandb.port";

    @Override
    public Map<String, String> start() {
        int port = freePort();
        return Map.ofEntries(Map.entry(PORT, Integer.toString(port)),
                // Where the sample reviews say that their runs live.
                Map.entry("touchstone.wandb.base-url", "http://localhost:8090"),
                Map.entry("touchstone.wandb.api-url", "http://localhost:" + port),
                Map.entry("touchstone.wandb.api-key", ScriptedWandb.KEY),
                Map.entry("touchstone.wandb.offline-directory", temporary().toString()),
                Map.entry("touchstone.wandb.request-timeout", "1S"),
                Map.entry("touchstone.sender.lease", "4S"),
                Map.entry("touchstone.sender.pacing", "0.02S"),
                Map.entry("touchstone.sender.heartbeat", "1S"),
                Map.entry("touchstone.sender.quiet-period", "0.3S"),
                Map.entry("touchstone.sender.resume-after", "5S"),
                Map.entry("touchstone.sender.retry-wait", "0.05S"),
                Map.entry("touchstone.sender.longest-retry-wait", "0.2S"),
                Map.entry("touchstone.sender.parked-wait", "0.3S"),
                Map.entry("touchstone.sender.backlog-interval", "0.2S"),
                // So long that a test would fail if only polling found what is due.
                Map.entry("touchstone.sender.poll-interval", "60S"),
                Map.entry("quarkus.http.test-port", "0"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "offline-runs");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void stop() {
        // The tests stop what they start.
    }
}
