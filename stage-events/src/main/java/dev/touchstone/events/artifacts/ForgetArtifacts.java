package dev.touchstone.events.artifacts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.jobs.Forgettable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Forgets the content of artifacts that have been kept for as long as the operator wants each of their names kept. */
@ApplicationScoped
class ForgetArtifacts implements Forgettable {

    private static final Logger LOG = Logger.getLogger(ForgetArtifacts.class);

    /** What a name without a span was given to stays, and so does what was stored before names were. */
    private static final String FORGET = """
            update artifact set content = null, forgotten_at = $3
            where content is not null and digest in (
                select named.digest from artifact_name named
                left join unnest($1::text[], $2::timestamptz[]) as keep (name, oldest) on keep.name = named.name
                group by named.digest having bool_and(coalesce(named.stored_at < keep.oldest, false)))""";

    private final Pool pool;
    private final List<ArtifactKeep> keep;

    ForgetArtifacts(Pool pool, DeliveryConfig config) {
        this.pool = pool;
        this.keep = config.keepArtifacts().orElse(List.of());
    }

    @Override
    public void forget(Instant now) {
        if (keep.isEmpty()) {
            return;
        }
        int forgotten = pool.preparedQuery(FORGET).execute(Tuple.of(
                keep.stream().map(ArtifactKeep::name).toArray(String[]::new),
                keep.stream().map(each -> at(now.minus(each.span()))).toArray(OffsetDateTime[]::new), at(now)))
                .await().indefinitely().rowCount();
        if (forgotten > 0) {
            LOG.infof("%d artifacts were kept long enough and forgotten", forgotten);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
