package dev.touchstone.submission.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Cursor;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Where a list in the order of creation goes on.
 *
 * @param time null at the beginning, as is the id
 */
record After(@Nullable OffsetDateTime time, @Nullable UUID id) {

    private static final After NOTHING = new After(null, null);

    static String cursor(Instant createdAt, UUID id) {
        return Cursor.of(createdAt.toString(), id.toString());
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what no answer of ours held
     */
    static After of(@Nullable String cursor) {
        return Cursor.read(cursor, 2).map(After::parse).orElse(NOTHING);
    }

    private static After parse(List<@Nullable String> key) {
        try {
            return new After(Columns.timestamp(Instant.parse(String.valueOf(key.get(0)))),
                    UUID.fromString(String.valueOf(key.get(1))));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw Cursor.malformed();
        }
    }

    /** For a statement that takes the organisation, the time, the id and the most rows. */
    Tuple parameters(String organizationId, int limit) {
        return Tuple.of(organizationId, time, id, limit + 1);
    }
}
