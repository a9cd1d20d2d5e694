package dev.touchstone.local.wandb.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks credentials as far as one can without an account: any key of a plausible form is good, and any access token that was
 * given out here and has not expired.
 */
public final class Credentials {

    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Pattern SECRET = Pattern.compile("[\\w-]{40,}");

    private Credentials() {
    }

    /** @return the refusal, or empty if the header is {@code Basic api:<key>} or {@code Bearer <access token>} */
    public static Optional<Answer> refuse(Request request) {
        String authorization = request.header("authorization");
        if (authorization.isEmpty()) {
            return Optional.of(Answer.error(401, "user is not logged in"));
        }
        return plausible(authorization, request.at()) ? Optional.empty() : Optional.of(Answer.error(401, "Malformed token"));
    }

    private static boolean plausible(String authorization, Instant now) {
        if (authorization.startsWith("Bearer ")) {
            return IdentityTokens.isGood(authorization.substring("Bearer ".length()).strip(), now);
        }
        if (!authorization.startsWith("Basic ")) {
            return false;
        }
        String credentials = decoded(authorization.substring("Basic ".length()).strip());
        return credentials.startsWith("api:") && plausibleKey(credentials.substring("api:".length()));
    }

    private static boolean plausibleKey(String key) {
        if (JWT.matcher(key).matches()) {
            return true;
        }
        // What stands before the first hyphen names the deployment, as in "local-...".
        String secret = key.substring(key.indexOf('-') + 1);
        return SECRET.matcher(secret).matches();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
