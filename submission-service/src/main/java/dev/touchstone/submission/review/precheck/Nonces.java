package dev.touchstone.submission.review.precheck;

import java.security.SecureRandom;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

/** What nobody can have known before. */
@ApplicationScoped
class Nonces {

    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();

    /** In Base64url, so that it stands in a URL as it is. */
    String next() {
        byte[] nonce = new byte[BYTES];
        random.nextBytes(nonce);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }
}
