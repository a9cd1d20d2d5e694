package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;

import dev.touchstone.sandbox.FailureCode;
import io.vertx.core.net.PfxOptions;

class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private final List<SNIServerName> asked = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "agent", "-keyalg", "EC", "-dname", "CN=agent.test", "-ext", "SAN=dns:agent.test",
                "-storetype", "PKCS12", "-keystore", keyStore(), "-storepass", PASSWORD)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals(0, keytool.waitFor());
    }

    @Test
    void theNameIsAskedForAndCheckedThoughTheAddressIsPinned() throws Exception {
        // Given
        try (LoopbackServer server = server(); EgressFixture fixture = trusting(Map.of())) {
            // When
            Fetched fetched = fixture.send(Call.get("https://agent.test:" + server.port() + "/"));
            // Then
            EgressFixture.assertAnswered(200, "{}", fetched);
            assertEquals(List.of("agent.test"), asked.stream().map(name -> new String(name.getEncoded(),
                    StandardCharsets.US_ASCII)).toList());
        }
    }

    @Test
    void theCertificateOfAnotherHostIsRefused() throws Exception {
        // Given
        try (LoopbackServer server = server(); EgressFixture fixture = trusting(Map.of("allowed-hosts", "other.test"))) {
            fixture.resolver().with("other.test", "127.0.0.1");
            // When
            Fetched fetched = fixture.send(Call.get("https://other.test:" + server.port() + "/"));
            // Then
            assertEquals(FailureCode.TLS, assertInstanceOf(Fetched.Failure.class, fetched).code());
        }
    }

    @Test
    void anUntrustedCertificateIsRefused() throws Exception {
        // Given
        try (LoopbackServer server = server(); EgressFixture fixture = new EgressFixture(Map.of())) {
            // When
            Fetched fetched = fixture.send(Call.get("https://agent.test:" + server.port() + "/"));
            // Then
            assertEquals(FailureCode.TLS, assertInstanceOf(Fetched.Failure.class, fetched).code());
        }
    }

    @Test
    void aServerThatAnswersWithoutTlsIsRefused() throws Exception {
        // Given
        try (ServerSocket server = new ServerSocket(0); EgressFixture fixture = trusting(Map.of())) {
            Thread.ofVirtual().start(() -> answerInPlainText(server));
            // When
            Fetched fetched = fixture.send(Call.get("https://agent.test:" + server.getLocalPort() + "/"));
            // Then
            assertEquals(FailureCode.TLS, assertInstanceOf(Fetched.Failure.class, fetched).code());
        }
    }

    private static void answerInPlainText(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
        } catch (IOException over) {
            // The client has left, as it should.
        }
    }

    private static EgressFixture trusting(Map<String, String> settings) {
        return new EgressFixture(settings,
                options -> options.setTrustOptions(new PfxOptions().setPath(keyStore()).setPassword(PASSWORD)));
    }

    private LoopbackServer server() throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        return LoopbackServer.start(server, (exchange, times) -> {
            if (((HttpsExchange) exchange).getSSLSession() instanceof ExtendedSSLSession session) {
                asked.addAll(session.getRequestedServerNames());
            }
            LoopbackServer.send(exchange, 200, "{}");
        });
    }

    private static SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(Path.of(keyStore()))) {
            keys.load(stored, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static String keyStore() {
        return directory.resolve("agent.p12").toString();
    }
}
