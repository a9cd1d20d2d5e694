package dev.touchstone.submission.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Who belongs to which organisation. */
@ApplicationScoped
class Memberships {

    private static final String ADD = """
            insert into member (id, organization_id, issuer, subject, name, scopes, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (issuer, subject) where removed_at is null do nothing returning *""";

    private static final String PAGE = """
            select * from member
            where organization_id = $1 and ($2::timestamptz is null or (created_at, id) > ($2, $3))
            order by created_at, id limit $4""";

    private static final String REMOVE = """
            update member set removed_at = coalesce(removed_at, $3), removed_by = coalesce(removed_by, $4)
            where organization_id = $1 and id = $2 returning *""";

    private final Pool pool;
    private final Clock clock;
    private final KnownGrants known;

    Memberships(Pool pool, Clock clock, KnownGrants known) {
        this.pool = pool;
        this.clock = clock;
        this.known = known;
    }

    /** Empty where the person is a member already, of this organisation or another. */
    Uni<Optional<Membership>> add(String organizationId, NewMembership member, String by) {
        Tuple row = Tuple.tuple().addUUID(UUID.randomUUID()).addString(organizationId).addString(member.issuer())
                .addString(member.subject()).addString(member.name())
                .addArrayOfString(member.roles().toArray(String[]::new)).addValue(Columns.timestamp(clock.instant()))
                .addString(by);
        return pool.preparedQuery(ADD).execute(row)
                .map(rows -> Columns.all(rows, Membership::of).stream().findFirst())
                .call(added -> known.forgetSubject(member.issuer(), member.subject()));
    }

    Uni<Page<Membership>> page(String organizationId, @Nullable String after, int limit) {
        return pool.preparedQuery(PAGE).execute(After.of(after).parameters(organizationId, limit))
                .map(rows -> Page.of(Columns.all(rows, Membership::of), limit,
                        row -> After.cursor(row.createdAt(), row.memberId())));
    }

    /** Empty where the organisation never had such a member. Whoever was removed before stays so. */
    Uni<Optional<Membership>> remove(String organizationId, UUID memberId, String by) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(organizationId, memberId, Columns.timestamp(clock.instant()), by))
                .map(rows -> Columns.all(rows, Membership::of).stream().findFirst())
                .call(removed -> removed.map(each -> known.forgetSubject(each.issuer(), each.subject()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
