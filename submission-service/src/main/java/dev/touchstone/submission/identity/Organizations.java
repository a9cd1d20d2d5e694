package dev.touchstone.submission.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Cursor;
import dev.touchstone.submission.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** The organisations. */
@ApplicationScoped
class Organizations {

    private static final String COLUMNS = "id, name, contact_email, created_at, created_by";

    private static final String ADD = """
            insert into organization (id, name, contact_email, created_at, created_by) values ($1, $2, $3, $4, $5)
            on conflict do nothing returning\s""" + COLUMNS;

    private static final String FIND = "select " + COLUMNS + " from organization where id = $1";

    private static final String PAGE = "select " + COLUMNS + " from organization " + """
            where ($1::text is null or id = $1) and ($2::text is null or id > $2) order by id limit $3""";

    private final Pool pool;
    private final Clock clock;

    Organizations(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Empty where there is one of this id. */
    Uni<Optional<Organization>> add(NewOrganization organization, String by) {
        Tuple row = Tuple.of(organization.organizationId(), organization.name(), organization.contactEmail(),
                Columns.timestamp(clock.instant()), by);
        return pool.preparedQuery(ADD).execute(row).map(rows -> Columns.all(rows, Organization::of).stream().findFirst());
    }

    Uni<Optional<Organization>> find(String id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id))
                .map(rows -> Columns.all(rows, Organization::of).stream().findFirst());
    }

    /** @param only the one that the caller may see; null for all */
    Uni<Page<Organization>> page(@Nullable String only, @Nullable String after, int limit) {
        String last = Cursor.read(after, 1).map(List::getFirst).orElse(null);
        return pool.preparedQuery(PAGE).execute(Tuple.of(only, last, limit + 1))
                .map(rows -> Page.of(Columns.all(rows, Organization::of), limit, row -> Cursor.of(row.organizationId())));
    }
}
