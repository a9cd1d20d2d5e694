package dev.touchstone.submission.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An identity provider on loopback: its discovery document, its keys, and tokens good and bad. */
public class TokenIssuer implements QuarkusTestResourceLifecycleManager {

    static final String AUDIENCE = "touchstone";

    private static final String KEY_ID = "k1";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final KeyPair keys = rsa();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            listening.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
            listening.createContext("/jwks", exchange -> answer(exchange, jwks()));
            listening.start();
            server = listening;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        return Map.of("quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.auth-server-url", issuer(),
                "quarkus.oidc.token.audience", AUDIENCE);
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(this, new TestInjector.MatchesType(TokenIssuer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    String issuer() {
        HttpServer listening = server;
        if (listening == null) {
            throw new IllegalStateException("Not started");
        }
        return "http://localhost:" + listening.getAddress().getPort();
    }

    String good(String subject) {
        return signed(keys, claims(issuer(), subject, AUDIENCE, LIFETIME));
    }

    String expired(String subject) {
        return signed(keys, claims(issuer(), subject, AUDIENCE, Duration.ofHours(-1)));
    }

    String ofAnotherIssuer(String subject) {
        return signed(keys, claims("https://id.example", subject, AUDIENCE, LIFETIME));
    }

    String forAnotherAudience(String subject) {
        return signed(keys, claims(issuer(), subject, "somebody-else", LIFETIME));
    }

    String signedByAnother(String subject) {
        return signed(rsa(), claims(issuer(), subject, AUDIENCE, LIFETIME));
    }

    String unsigned(String subject) {
        return part("{\"alg\": \"none\"}") + "." + part(claims(issuer(), subject, AUDIENCE, LIFETIME)) + ".";
    }

    /** The public key taken for a shared secret: whoever accepts it lets anybody sign. */
    String signedWithThePublicKey(String subject) {
        String content = part("{\"alg\": \"HS256\", \"kid\": \"" + KEY_ID + "\"}") + "."
                + part(claims(issuer(), subject, AUDIENCE, LIFETIME));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.getPublic().getEncoded(), "HmacSHA256"));
            return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String claims(String issuer, String subject, String audience, Duration lifetime) {
        Instant now = Instant.now();
        // A token's own idea of roles counts for nothing.
        return """
                {"iss": "%s", "sub": "%s", "aud": "%s", "iat": %d, "exp": %d, "groups": ["operator"],
                 "realm_access": {"roles": ["operator"]}}"""
                .formatted(issuer, subject, audience, now.minusSeconds(1).getEpochSecond(),
                        now.plus(lifetime).getEpochSecond());
    }

    private static String signed(KeyPair by, String claims) {
        String content = part("{\"alg\": \"RS256\", \"typ\": \"JWT\", \"kid\": \"" + KEY_ID + "\"}") + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(by.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair rsa() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String discovery() {
        return """
                {"issuer": "%1$s", "jwks_uri": "%1$s/jwks", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/authorize"}""".formatted(issuer());
    }

    private String jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}"""
                .formatted(KEY_ID, number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
