package dev.touchstone.local.wandb.http;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exchanges identity tokens for access tokens, as {@code POST /oidc/token} does. Nobody's signature is checked; an access
 * token says itself how long it is good.
 */
public final class IdentityTokens {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Pattern ACCESS = Pattern.compile("emulated-(?<expiry>\\d{1,12})-[0-9a-f]{32}");
    private static final long SECONDS = 3_600;

    private IdentityTokens() {
    }

    public static Answer exchange(Request request) {
        if (!request.is("POST")) {
            return Answer.error(405, "tokens are posted").with("Allow", "POST");
        }
        Map<String, String> form = Target.parameters(request.body().text());
        String assertion = form.getOrDefault("assertion", "");
        if (!GRANT.equals(form.get("grant_type")) || !JWT.matcher(assertion).matches()) {
            return Answer.json(400, Json.object().put("error", "invalid_grant")
                    .put("error_description", "expected grant_type " + GRANT + " and a JWT as assertion"));
        }
        String token = "emulated-" + request.at().plusSeconds(SECONDS).getEpochSecond() + "-" + Blob.of(assertion).md5Hex();
        return Answer.json(200, Json.object().put("access_token", token).put("expires_in", SECONDS)
                .put("token_type", "Bearer"));
    }

    static boolean isGood(String accessToken, Instant now) {
        Matcher token = ACCESS.matcher(accessToken);
        return token.matches() && now.getEpochSecond() < Long.parseLong(token.group("expiry"));
    }
}
