package dev.touchstone.submission.intake.request;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Members;
import dev.touchstone.submission.SignatureBundle;

/** Reads the form of a signature. Whether it is good, and whose, is asked when the card is looked at. */
final class SignatureReader {

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern PEM = Pattern.compile(
            "\\s*+-----BEGIN PUBLIC KEY-----\\s*+[A-Za-z0-9+/=\\s]++-----END PUBLIC KEY-----\\s*+");
    private static final int LONGEST_WORD = 50;
    /** An RSA key of 16,384 bits has less. */
    private static final int LONGEST_KEY = 4_096;
    /** Of such a key. */
    private static final int LONGEST_SIGNATURE = 3_000;

    private SignatureReader() {
    }

    static @Nullable SignatureBundle read(Members bundle) {
        if (!bundle.isPresent()) {
            return null;
        }
        Optional<SignatureBundle.Algorithm> algorithm = algorithm(bundle);
        Optional<String> key = publicKey(bundle);
        Optional<String> signature = signature(bundle);
        bundle.require("payloadDigest");
        Optional<String> digest = bundle.matching("payloadDigest", DIGEST, "sha256: and 64 hexadecimal digits in lower case");
        bundle.refuseOthers();
        return algorithm.flatMap(known -> key.flatMap(pem -> signature.flatMap(
                signed -> digest.map(of -> new SignatureBundle(known, pem, signed, of))))).orElse(null);
    }

    private static Optional<SignatureBundle.Algorithm> algorithm(Members bundle) {
        Optional<String> name = bundle.requiredText("algorithm", LONGEST_WORD);
        Optional<SignatureBundle.Algorithm> algorithm = name.flatMap(SignatureBundle.Algorithm::of);
        if (name.isPresent() && algorithm.isEmpty()) {
            bundle.fault("algorithm", "must be one of rsa-sha256, ecdsa-sha256, ed25519");
        }
        return algorithm;
    }

    /** PEM has lines, which no other text of a request may have. */
    private static Optional<String> publicKey(Members bundle) {
        bundle.require("publicKeyPem");
        var member = bundle.raw("publicKeyPem");
        if (member.isMissingNode()) {
            return Optional.empty();
        }
        String pem = member.isTextual() ? member.textValue() : "";
        if (pem.length() > LONGEST_KEY || !PEM.matcher(pem).matches()) {
            bundle.fault("publicKeyPem", "must be a public key in PEM (BEGIN PUBLIC KEY) of at most " + LONGEST_KEY
                    + " characters");
            return Optional.empty();
        }
        return Optional.of(pem);
    }

    private static Optional<String> signature(Members bundle) {
        Optional<String> text = bundle.requiredText("signature", LONGEST_SIGNATURE);
        if (text.isPresent() && !isBase64(text.get())) {
            bundle.fault("signature", "must be base64");
            return Optional.empty();
        }
        return text;
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException otherwise) {
            return false;
        }
    }
}
