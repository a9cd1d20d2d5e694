package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;

class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path directory;

    @Test
    void aHandshakeThatWasCutOffPassesWithTime() throws Exception {
        // Given
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> cutOff(socket));

            // Then
            assertEquals(new Later<String>(0, "W&B cannot be reached", Optional.empty()), asked(socket.getLocalPort()));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        // Given
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.start();
        try {
            // Then
            assertEquals(new Refused<String>(0, "W&B's TLS certificate is not trusted", Refusal.UNTRUSTED_SERVER),
                    asked(server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }

    private static Answer<String> asked(int port) throws InterruptedException {
        WandbHttp http = new WandbHttp(WandbHttp.newClient(Duration.ofSeconds(5)), URI.create("https://localhost:" + port),
                new ApiKey(ScriptedWandb.KEY), Duration.ofSeconds(10), Clock.systemUTC());
        return http.post(new Call("Viewer", "/graphql", "{}", false, Set.of()));
    }

    private static void cutOff(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                // Reads the greeting first, or the connection would be reset instead of ended.
                connection.getInputStream().read(new byte[16_384]);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private SSLContext selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
        Path file = directory.resolve("keys.p12");
        int exit = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-storetype",
                "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD).inheritIO().start().waitFor();
        assertEquals(0, exit);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
