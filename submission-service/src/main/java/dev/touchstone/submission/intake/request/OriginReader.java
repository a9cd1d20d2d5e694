package dev.touchstone.submission.intake.request;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Acceptance.Organization;
import dev.touchstone.submission.Acceptance.Provenance;
import dev.touchstone.submission.Members;

/** Reads where an agent comes from: who made it, and of which source. */
final class OriginReader {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,64}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINE = 500;

    private OriginReader() {
    }

    /** @param own the organisation that the client belongs to; nobody submits in another's name */
    static @Nullable Organization organization(Members organization, String own) {
        if (!organization.isPresent()) {
            return null;
        }
        Optional<String> id = organization.requiredText("organizationId", LONGEST_NAME);
        if (id.isPresent() && !id.get().equals(own)) {
            organization.fault("organizationId", "must be the organization that you belong to");
        }
        Organization read = new Organization(id.orElse(""), organization.text("name", LONGEST_NAME).orElse(null),
                organization.matching("contactEmail", EMAIL, "an e-mail address").orElse(null));
        organization.refuseOthers();
        return read;
    }

    static @Nullable Provenance provenance(Members provenance) {
        if (!provenance.isPresent()) {
            return null;
        }
        Provenance read = new Provenance(provenance.text("repository", LONGEST_LINE).orElse(null),
                provenance.text("branch", LONGEST_LINE).orElse(null),
                provenance.matching("commit", COMMIT, "7 to 64 hexadecimal digits").orElse(null),
                pullRequest(provenance).orElse(null));
        provenance.refuseOthers();
        return read;
    }

    /** A number on most forges, a path or URL on others. */
    private static Optional<String> pullRequest(Members provenance) {
        return provenance.raw("pullRequest").isNumber()
                ? provenance.integer("pullRequest", 1, Integer.MAX_VALUE).map(String::valueOf)
                : provenance.text("pullRequest", LONGEST_LINE);
    }
}
