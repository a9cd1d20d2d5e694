package dev.touchstone.submission.identity;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.touchstone.submission.identity.SigningKey.Algorithm;

/** Reads public keys, and takes none that is weak. */
final class PublicKeys {

    static final int LONGEST = 8192;

    private static final Pattern PEM = Pattern.compile(
            "\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]{1,8000})-----END PUBLIC KEY-----\\s*");
    private static final int SHORTEST_RSA = 2048;
    /** Checking a signature with a longer one takes a time that a submitter should not be able to ask for. */
    private static final int LONGEST_RSA = 8192;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);

    private PublicKeys() {
    }

    /** What reading a key comes to. */
    sealed interface Reading {

        record Usable(Algorithm algorithm, PublicKey key) implements Reading {
        }

        record Refused(String why) implements Reading {
        }
    }

    static Reading read(String pem) {
        if (pem.contains("PRIVATE KEY")) {
            return new Reading.Refused("holds a private key, which nobody else may have; do not use that key any more");
        }
        Matcher form = PEM.matcher(pem);
        if (pem.length() > LONGEST || !form.matches()) {
            return new Reading.Refused("must be one public key in PEM form, as openssl pkey -pubout writes it");
        }
        try {
            return decode(Base64.getMimeDecoder().decode(form.group(1)));
        } catch (IllegalArgumentException notBase64) {
            return new Reading.Refused("must be one public key in PEM form, as openssl pkey -pubout writes it");
        }
    }

    static PublicKey decode(Algorithm algorithm, byte[] encoded) throws GeneralSecurityException {
        String family = switch (algorithm) {
            case RSA -> "RSA";
            case EC_P256, EC_P384 -> "EC";
            case ED25519 -> "Ed25519";
        };
        return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded));
    }

    static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static Reading decode(byte[] encoded) {
        return Stream.of(Algorithm.RSA, Algorithm.EC_P256, Algorithm.ED25519)
                .flatMap(family -> attempt(family, encoded).stream()).findFirst()
                // The id is a digest of this form: one key in two spellings would be two keys.
                .map(key -> Arrays.equals(key.getEncoded(), encoded) ? judge(key)
                        : new Reading.Refused("must be in the form that openssl pkey -pubout writes"))
                .orElseGet(() -> new Reading.Refused("must be an RSA, EC P-256, EC P-384 or Ed25519 key"));
    }

    private static Optional<PublicKey> attempt(Algorithm family, byte[] encoded) {
        try {
            return Optional.of(decode(family, encoded));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    private static Reading judge(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> judge(rsa);
            case ECPublicKey ec -> algorithm(ec).<Reading> map(known -> new Reading.Usable(known, ec))
                    .orElseGet(() -> new Reading.Refused("must be on the curve P-256 or P-384"));
            case EdECPublicKey ed25519 -> new Reading.Usable(Algorithm.ED25519, ed25519);
            default -> new Reading.Refused("must be an RSA, EC P-256, EC P-384 or Ed25519 key");
        };
    }

    private static Reading judge(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        if (bits < SHORTEST_RSA || bits > LONGEST_RSA) {
            return new Reading.Refused("must have " + SHORTEST_RSA + " to " + LONGEST_RSA + " bits");
        }
        BigInteger exponent = key.getPublicExponent();
        return exponent.compareTo(LEAST_EXPONENT) >= 0 && exponent.testBit(0) && key.getModulus().testBit(0)
                ? new Reading.Usable(Algorithm.RSA, key)
                : new Reading.Refused("must have an odd exponent of 65537 at least");
    }

    private static Optional<Algorithm> algorithm(ECPublicKey key) {
        if (!isOnCurve(key.getW(), key.getParams().getCurve())) {
            return Optional.empty();
        }
        return isOf(key, "secp256r1") ? Optional.of(Algorithm.EC_P256)
                : isOf(key, "secp384r1") ? Optional.of(Algorithm.EC_P384) : Optional.empty();
    }

    private static boolean isOf(ECPublicKey key, String curve) {
        try {
            AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
            named.init(new ECGenParameterSpec(curve));
            ECParameterSpec known = named.getParameterSpec(ECParameterSpec.class);
            ECParameterSpec its = key.getParams();
            return known.getCurve().equals(its.getCurve()) && known.getGenerator().equals(its.getGenerator())
                    && known.getOrder().equals(its.getOrder()) && known.getCofactor() == its.getCofactor();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK knows the curve " + curve, impossible);
        }
    }

    /** y² = x³ + ax + b in the curve's field; a key factory does not look. */
    private static boolean isOnCurve(ECPoint point, EllipticCurve curve) {
        if (point.equals(ECPoint.POINT_INFINITY) || !(curve.getField() instanceof ECFieldFp field)) {
            return false;
        }
        BigInteger prime = field.getP();
        BigInteger x = point.getAffineX();
        BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(prime);
        return point.getAffineY().pow(2).mod(prime).equals(right);
    }
}
