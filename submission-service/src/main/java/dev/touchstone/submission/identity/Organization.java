package dev.touchstone.submission.identity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;

/** Whoever submits agents, or runs the installation: a wall stands around what belongs to it. */
@RegisterForReflection
record Organization(String organizationId, String name, @Nullable String contactEmail, Instant createdAt, String createdBy) {

    /** Not the name of those whose submissions came before there were organisations: nobody may be one of them. */
    static final String FORM = "(?!unclaimed$)[a-z0-9][a-z0-9._-]{0,63}";
    static final String FORM_EXPECTED = "1 to 64 characters of a-z 0-9 . _ - that begin with a letter or digit, and not unclaimed";

    static Organization of(Row row) {
        return new Organization(row.getString("id"), row.getString("name"), row.getString("contact_email"),
                Columns.time(row, "created_at"), row.getString("created_by"));
    }
}
