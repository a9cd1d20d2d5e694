package dev.touchstone.submission.card.signature;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;

import org.junit.jupiter.api.Test;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;

/** The vectors of the specifications, each with its payload detached. */
class JwsTest {

    private static final byte[] JOE = ("{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n"
            + " \"http://example.com/is_root\":true}").getBytes(StandardCharsets.UTF_8);

    @Test
    void theRsaSignatureOfRfc7515IsRecognised() throws Exception {
        // Given appendix A.2
        PublicKey key = new RSAKey.Builder(Base64URL.from("ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw"
                + "-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXnd"
                + "S5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoud"
                + "F8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"), Base64URL.from("AQAB")).build().toPublicKey();
        Jws jws = jws("eyJhbGciOiJSUzI1NiJ9",
                "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt"
                        + "_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K"
                        + "0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rq"
                        + "Vt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw");
        // Then
        assertTrue(jws.isBy(key, JOE));
        assertFalse(jws.isBy(key, "{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theEllipticSignatureOfRfc7515IsRecognised() throws Exception {
        // Given appendix A.3
        PublicKey key = new ECKey.Builder(Curve.P_256, Base64URL.from("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                Base64URL.from("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")).build().toPublicKey();
        Jws jws = jws("eyJhbGciOiJFUzI1NiJ9",
                "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
        // Then
        assertTrue(jws.isBy(key, JOE));
        assertFalse(jws.isBy(Signer.p256().keys().getPublic(), JOE));
    }

    @Test
    void theEdwardsSignatureOfRfc8037IsRecognised() throws Exception {
        // Given appendix A.4; the key's last byte has no sign bit
        byte[] point = Base64URL.from("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").decode();
        byte[] bigEndian = new byte[point.length];
        for (int index = 0; index < point.length; index++) {
            bigEndian[index] = point[point.length - 1 - index];
        }
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519,
                new EdECPoint(false, new java.math.BigInteger(1, bigEndian))));
        Jws jws = jws("eyJhbGciOiJFZERTQSJ9",
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
        // Then
        assertTrue(jws.isBy(key, "Example of Ed25519 signing".getBytes(StandardCharsets.UTF_8)));
        assertFalse(jws.isBy(key, "Example of Ed25519 signinG".getBytes(StandardCharsets.UTF_8)));
    }

    private static Jws jws(String protectedPart, String signature) throws ParseException {
        return new Jws(JWSHeader.parse(Base64URL.from(protectedPart)), Base64URL.from(protectedPart),
                Base64URL.from(signature));
    }
}
