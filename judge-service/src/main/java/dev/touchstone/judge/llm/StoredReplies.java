package dev.touchstone.judge.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Forgettable;
import dev.touchstone.judge.jury.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Replies in the database, so that they outlive restarts and serve all replicas. Blocks. */
@ApplicationScoped
class StoredReplies implements KeptReplies, Forgettable {

    private static final Logger LOG = Logger.getLogger(StoredReplies.class);
    /** A cache that is slower than this is no help. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String FIND = """
            select content, served_by, input_tokens, output_tokens from model_reply where digest = $1 and kept_at > $2""";

    private static final String KEEP = """
            insert into model_reply (digest, content, served_by, input_tokens, output_tokens, kept_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (digest) do update set content = excluded.content, served_by = excluded.served_by,
                input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens, kept_at = excluded.kept_at
            where model_reply.kept_at <= $7""";

    private static final String FORGET = """
            delete from model_reply where kept_at <= $1
            or digest in (select digest from model_reply order by kept_at desc, digest offset $2)""";

    private final Pool pool;
    private final LlmConfig config;
    private final Clock clock;
    private final AtomicBoolean away = new AtomicBoolean();

    StoredReplies(Pool pool, LlmConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Optional<ModelReply.Text> find(String digest) {
        return run(FIND, Tuple.of(digest, at(oldest(clock.instant()))))
                .flatMap(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst()).map(StoredReplies::reply);
    }

    @Override
    public void keep(String digest, ModelReply.Text reply) {
        Instant now = clock.instant();
        run(KEEP, Tuple.tuple().addString(digest).addString(reply.content()).addString(reply.servedBy())
                .addLong(reply.tokens().input()).addLong(reply.tokens().output()).addOffsetDateTime(at(now))
                .addOffsetDateTime(at(oldest(now))));
    }

    @Override
    public void forget(Instant now) {
        run(FORGET, Tuple.of(at(oldest(now)), config.cache().replies())).map(RowSet::rowCount).filter(rows -> rows > 0)
                .ifPresent(rows -> LOG.infof("%d kept replies of models were old or too many and forgotten", rows));
    }

    /** Empty where the database is not to be had, which is told once until it is back. */
    private Optional<RowSet<Row>> run(String sql, Tuple parameters) {
        try {
            RowSet<Row> rows = pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE);
            away.set(false);
            return Optional.of(rows);
        } catch (RuntimeException fault) {
            if (!away.getAndSet(true)) {
                LOG.warnf("replies of models are neither found nor kept for now: %s", fault.getClass().getName());
            }
            return Optional.empty();
        }
    }

    private Instant oldest(Instant now) {
        return now.minus(config.cache().keep());
    }

    private static ModelReply.Text reply(Row row) {
        return new ModelReply.Text(row.getString(0), row.getString(1), new Tokens(row.getLong(2), row.getLong(3)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
