package dev.touchstone.review.pages.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The sessions in the database. Asked for at every page, before there is a Hibernate session, so in plain SQL.
 */
@ApplicationScoped
class Sessions {

    /** A session that is in use is noted down as such once in this time, not at every page. */
    private static final Duration NOTED = Duration.ofSeconds(60);

    private static final String BEGIN = "insert into page_session (id_digest, key_digest, begun_at, seen_at) values ($1, $2, $3, $3)";
    private static final String FIND = """
            select key_digest, seen_at from page_session where id_digest = $1 and begun_at > $2 and seen_at > $3""";
    private static final String NOTE = "update page_session set seen_at = $2 where id_digest = $1";
    private static final String END = "delete from page_session where id_digest = $1";
    private static final String FORGET = "delete from page_session where begun_at <= $1 or seen_at <= $2";

    private final Pool pool;
    private final SessionConfig config;
    private final Clock clock;
    private final SecureRandom randomness = new SecureRandom();

    Sessions(Pool pool, SessionConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /** Begins one under a name that nobody has heard before, and forgets those that have run out. */
    Uni<SessionId> begin(String keyDigest) {
        SessionId id = SessionId.random(randomness);
        return run(FORGET, Tuple.of(before(config.longest()), before(config.idle())))
                .chain(() -> run(BEGIN, Tuple.of(id.digest(), keyDigest, at(clock.instant()))))
                .replaceWith(id);
    }

    /**
     * The digest of the key that the session stands for; empty where it is not known, or has run out.
     *
     * @param visit whether somebody asks for a page, which keeps the session going
     */
    Uni<Optional<String>> keyOf(SessionId id, boolean visit) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id.digest(), before(config.longest()), before(config.idle())))
                .flatMap(rows -> rows.size() == 0 ? Uni.createFrom().item(Optional.empty())
                        : seen(id, rows.iterator().next(), visit));
    }

    private Uni<Optional<String>> seen(SessionId id, Row row, boolean visit) {
        boolean toNote = visit && row.getOffsetDateTime("seen_at").isBefore(before(NOTED));
        Uni<Void> noted = toNote
                ? run(NOTE, Tuple.of(id.digest(), at(clock.instant())))
                : Uni.createFrom().voidItem();
        return noted.replaceWith(Optional.of(row.getString("key_digest")));
    }

    Uni<Void> end(SessionId id) {
        return run(END, Tuple.of(id.digest()));
    }

    private Uni<Void> run(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }

    private OffsetDateTime before(Duration time) {
        return at(clock.instant().minus(time));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
