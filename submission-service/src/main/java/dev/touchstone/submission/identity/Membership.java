package dev.touchstone.submission.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A person whom an identity provider vouches for.
 *
 * @param removedAt null as long as the person belongs to the organisation
 */
@RegisterForReflection
record Membership(UUID memberId, String organizationId, String issuer, String subject, String name, Set<String> roles,
        Instant createdAt, String createdBy, @Nullable Instant removedAt, @Nullable String removedBy) {

    static Membership of(Row row) {
        return new Membership(row.getUUID("id"), row.getString("organization_id"), row.getString("issuer"),
                row.getString("subject"), row.getString("name"), Columns.names(row, "scopes"),
                Columns.time(row, "created_at"), row.getString("created_by"), Columns.timeOrNull(row, "removed_at"),
                row.getString("removed_by"));
    }
}
