package dev.touchstone.review.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

import dev.touchstone.review.ledger.note.MalformedNote;
import dev.touchstone.review.ledger.note.NoteSigner;

/**
 * The key that signs the ledger's heads.
 *
 * @param isDevelopment whether anybody could have it: it is made of a sentence in this file
 */
record SigningKey(NoteSigner signer, boolean isDevelopment) {

    private static final String DEVELOPMENT = "-development";
    /** Every replica and every start must sign alike. */
    private static final String DEVELOPMENT_SEED = "The key that Touchstone signs with where nobody needs to trust it";
    private static final String HOW = "touchstone.ledger.signing-key (TOUCHSTONE_LEDGER_SIGNING_KEY) must be the output of: "
            + "openssl genpkey -algorithm ed25519 -outform DER | base64 -w0";

    /**
     * The name of the key is the origin, as verifiers expect it.
     *
     * @throws IllegalStateException if it is not a key, or is missing in production; the message repeats nothing of it
     */
    static SigningKey of(String origin, Optional<String> key, boolean inProduction) {
        Optional<String> given = key.map(String::strip).filter(text -> !text.isEmpty());
        if (given.isPresent()) {
            return new SigningKey(signer(origin, given.get()), false);
        }
        if (inProduction) {
            throw new IllegalStateException("The ledger's heads cannot be signed: " + HOW);
        }
        return new SigningKey(NoteSigner.of(origin + DEVELOPMENT, developmentSeed()), true);
    }

    /** The first line of the checkpoints that it signs. */
    String origin() {
        return signer.key().name();
    }

    private static NoteSigner signer(String origin, String key) {
        try {
            return NoteSigner.ofPkcs8(origin, Base64.getDecoder().decode(key));
        } catch (MalformedNote malformed) {
            throw new IllegalStateException(malformed.getMessage() + ". " + HOW, malformed);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException("It is not in base 64. " + HOW);
        }
    }

    private static byte[] developmentSeed() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(DEVELOPMENT_SEED.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
