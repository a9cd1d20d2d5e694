package dev.touchstone.submission.intake.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.Members;

/**
 * The name of a secret in the place where others would write the secret itself. Only the name goes any further; a token that
 * somebody sends all the same is refused without being repeated.
 */
final class SecretReference {

    private static final String PREFIX = "secret:";
    private static final Pattern WRITTEN = Pattern.compile("secret:([^/]{1,200})/([A-Za-z0-9][A-Za-z0-9._-]{0,99})");

    private SecretReference() {
    }

    /** Whether a member holds a reference and not a secret. */
    static boolean isIn(JsonNode member) {
        return member.asText("").startsWith(PREFIX);
    }

    /**
     * The name, as {@code organization/name}.
     *
     * @param organizationId whose secrets may be named
     */
    static Optional<String> read(Members owner, String member, String organizationId) {
        JsonNode given = owner.raw(member);
        if (given.isMissingNode()) {
            return Optional.empty();
        }
        Matcher written = WRITTEN.matcher(given.asText(""));
        if (!written.matches()) {
            owner.fault(member,
                    "must be the name of a secret as secret:" + organizationId + "/<name>, and never the token itself:"
                            + " an operator sets the secret up, with the hosts that may get it");
            return Optional.empty();
        }
        if (!written.group(1).equals(organizationId)) {
            owner.fault(member, "must name a secret of your own organization, as secret:" + organizationId + "/<name>");
            return Optional.empty();
        }
        return Optional.of(written.group(1) + "/" + written.group(2));
    }
}
