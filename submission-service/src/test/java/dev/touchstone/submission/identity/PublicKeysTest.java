package dev.touchstone.submission.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.PublicKey;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.submission.identity.PublicKeys.Reading;
import dev.touchstone.submission.identity.SigningKey.Algorithm;

class PublicKeysTest {

    /** Of RFC 8410, section 10.1, with the digest that openssl prints. */
    private static final String OF_RFC_8410 = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """;

    private static void isUsable(Algorithm algorithm, PublicKey key) {
        Reading.Usable usable = assertInstanceOf(Reading.Usable.class, PublicKeys.read(PublicKeys.pem(key)));
        assertEquals(algorithm, usable.algorithm());
        assertEquals(key, usable.key());
    }

    private static String whyNot(String pem) {
        return assertInstanceOf(Reading.Refused.class, PublicKeys.read(pem)).why();
    }

    @Test
    void strongKeysOfEachKindAreTaken() {
        isUsable(Algorithm.RSA, Administration.rsa(2048));
        isUsable(Algorithm.EC_P256, Administration.ec("secp256r1"));
        isUsable(Algorithm.EC_P384, Administration.ec("secp384r1"));
        isUsable(Algorithm.ED25519, Administration.ed25519());
    }

    @Test
    void aKeyHasTheIdThatOpensslPrints() {
        Reading.Usable usable = assertInstanceOf(Reading.Usable.class, PublicKeys.read(OF_RFC_8410));
        assertEquals("sha256:a1e9156054e04fac899ae9f275132cdc07a5dbc4ea2c2ad3a1ffc6e0d253681f",
                SigningKeys.keyId(usable.key()));
    }

    @Test
    void weakAndOtherKeysAreRefused() {
        assertEquals("must have 2048 to 8192 bits", whyNot(PublicKeys.pem(Administration.rsa(1024))));
        assertEquals("must be on the curve P-256 or P-384", whyNot(PublicKeys.pem(Administration.ec("secp521r1"))));
    }

    @Test
    void aPointThatIsNotOnTheCurveIsRefused() {
        // Given
        byte[] encoded = Administration.ec("secp256r1").getEncoded();
        encoded[encoded.length - 1] ^= 1;
        // When
        String why = whyNot("-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----");
        // Then
        assertTrue(why.startsWith("must be"), why);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "mine", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----" })
    void whatIsNoKeyIsRefused(String pem) {
        assertTrue(whyNot(pem).startsWith("must be"));
    }

    @Test
    void twoKeysAreNotOne() {
        assertTrue(whyNot(OF_RFC_8410 + OF_RFC_8410).startsWith("must be one public key"));
    }

    @Test
    void aPrivateKeyIsCalledWhatItIs() {
        assertTrue(whyNot("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----").startsWith("holds a private key"));
    }
}
