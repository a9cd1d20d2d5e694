package dev.touchstone.submission.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A key as it may be shown.
 *
 * @param hint the first characters of the secret
 * @param configured whether the configuration put it in force, and not a person
 * @param lastUsedAt to the minute; null where it was never used
 */
@RegisterForReflection
record KeyView(UUID keyId, String organizationId, String name, @JsonIgnore String digest, String hint, Set<String> scopes,
        boolean configured, Instant createdAt, String createdBy, @Nullable Instant expiresAt, @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt, @Nullable String revokedBy) {

    static KeyView of(Row row) {
        return new KeyView(row.getUUID("id"), row.getString("organization_id"), row.getString("name"),
                row.getString("digest"), row.getString("hint"), Columns.names(row, "scopes"),
                row.getString("bootstrap") != null, Columns.time(row, "created_at"), row.getString("created_by"),
                Columns.timeOrNull(row, "expires_at"), Columns.timeOrNull(row, "last_used_at"),
                Columns.timeOrNull(row, "revoked_at"), row.getString("revoked_by"));
    }
}
