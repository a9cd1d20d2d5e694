package dev.touchstone.review.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.review.KnownKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;

/** An identity provider on loopback. Whoever comes with a code is who the code says. */
public class SmallProvider implements QuarkusTestResourceLifecycleManager {

    private static final String CLIENT = "touchstone-pages";
    private static final String KEY_ID = "k1";

    private final KeyPair keys = rsa();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        HttpServer listening = listen();
        server = listening;
        String issuer = "http://localhost:" + listening.getAddress().getPort();
        answer(listening, "/.well-known/openid-configuration", """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks"}""".formatted(issuer));
        answer(listening, "/jwks", jwks());
        listening.createContext("/token", exchange -> send(exchange, tokens(issuer, code(exchange))));
        return Map.of("quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.application-type", "hybrid",
                "quarkus.oidc.auth-server-url", issuer, "quarkus.oidc.client-id", CLIENT, "quarkus.oidc.credentials.secret",
                "a-secret-that-only-tests-know-0000000", KnownKeys.ISSUER, issuer);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static HttpServer listen() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> send(exchange, json));
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String code(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return form.replaceFirst(".*\\bcode=(\\w+).*", "$1");
    }

    private String tokens(String issuer, String subject) {
        String token = Jwt.issuer(issuer).subject(subject).audience(CLIENT).expiresIn(300).jws().keyId(KEY_ID)
                .sign(keys.getPrivate());
        return """
                {"id_token": "%1$s", "access_token": "%1$s", "token_type": "Bearer", "expires_in": 300}""".formatted(token);
    }

    private String jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys": [{"kty": "RSA", "kid": "%s", "alg": "RS256", "use": "sig", "n": "%s", "e": "%s"}]}"""
                .formatted(KEY_ID, number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
