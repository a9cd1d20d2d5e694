package dev.touchstone.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import dev.touchstone.telemetry.wandb.weave.ScriptedWeave;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Points the service to a W&amp;B that the tests start, stop and script themselves, and makes it impatient. */
public final class PickedPorts implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "test.wandb.port";
    public static final String WEAVE_PORT = "test.weave.port";
    /** How much the queue of traces holds, and the most that one export has. */
    public static final int WEAVE_BYTES = 65_536;
    public static final String SERVICES = "test.services.port";

    @Override
    public Map<String, String> start() {
        int port = freePort();
        int own = freePort();
        int weave = freePort();
        int services = freePort();
        return Map.ofEntries(Map.entry(PORT, Integer.toString(port)),
                // Where the sample reviews say that their runs live.
                Map.entry("touchstone.wandb.base-url", "http://localhost:8090"),
                Map.entry("touchstone.wandb.api-url", "http://localhost:" + port),
                Map.entry("touchstone.wandb.api-key", ScriptedWandb.KEY),
                Map.entry("touchstone.wandb.offline-directory", temporary().toString()),
                Map.entry("touchstone.wandb.request-timeout", "1S"),
                Map.entry(SERVICES, Integer.toString(services)),
                Map.entry("touchstone.services.sandbox-url", "http://localhost:" + services),
                Map.entry("touchstone.services.judge-url", "http://localhost:" + services),
                Map.entry("touchstone.services.review-url", "http://localhost:" + services),
                Map.entry("touchstone.evidence.directory", temporary().toString()),
                Map.entry("touchstone.evidence.timeout", "1S"),
                Map.entry("touchstone.evidence.retry-wait", "0.02S"),
                Map.entry("touchstone.evidence.longest-retry-wait", "0.05S"),
                Map.entry("touchstone.evidence.longest-wait", "0.1S"),
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
                Map.entry(WEAVE_PORT, Integer.toString(weave)),
                Map.entry("touchstone.weave.endpoint", "http://localhost:" + weave + "/otel"),
                Map.entry("touchstone.weave.entity", "acme"),
                Map.entry("touchstone.weave.project", "reviews"),
                Map.entry("touchstone.weave.api-key", ScriptedWeave.KEY),
                Map.entry("touchstone.weave.retry-wait", "0.02S"),
                Map.entry("touchstone.weave.longest-retry-wait", "0.05S"),
                Map.entry("touchstone.weave.queue-bytes", Integer.toString(WEAVE_BYTES)),
                Map.entry("touchstone.weave.longest-export", Integer.toString(WEAVE_BYTES)),
                // The service exports its traces to itself, as all services to it.
                Map.entry("quarkus.otel.exporter.otlp.traces.endpoint", "http://localhost:" + own + "/otlp"),
                Map.entry("quarkus.otel.exporter.otlp.traces.protocol", "http/protobuf"),
                Map.entry("quarkus.otel.exporter.otlp.traces.compression", "gzip"),
                Map.entry("quarkus.otel.exporter.otlp.traces.headers", "Authorization=" + TestKeys.bearer(TestKeys.SERVICE)),
                Map.entry("quarkus.otel.bsp.schedule.delay", "0.2S"),
                // Both picked or both any: the meters of a port that is only known later lack its tag, and Prometheus wants
                // all meters of one name to have the same ones.
                Map.entry("quarkus.management.test-port", Integer.toString(freePort())),
                Map.entry("quarkus.http.test-port", Integer.toString(own)));
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
