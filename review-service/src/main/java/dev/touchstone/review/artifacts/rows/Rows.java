package dev.touchstone.review.artifacts.rows;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The lines in the database. In plain SQL, in transactions of its own: they are no part of any review's state. Any number of
 * replicas may read the same file in at once; the database's lock lets one of them store it.
 */
@ApplicationScoped
class Rows {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1 || $2, 6))";
    private static final String FIND = "select told from evidence_file where digest = $1 and reading = $2";
    private static final String ASKED = """
            update evidence_file set asked_at = $3 where digest = $1 and reading = $2 and asked_at < $4""";
    private static final String BEGIN = """
            insert into evidence_file (digest, reading, size, told, asked_at) values ($1, $2, $3, '', $4)""";
    private static final String ADD = """
            insert into evidence_row (digest, reading, number, rank, weight, outcome, category, language, dissenting, search,
                content) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
    private static final String END = "update evidence_file set told = $3 where digest = $1 and reading = $2";
    private static final String FITS = """
            from evidence_row where digest = $1 and reading = $2 and ($3 = '' or outcome = $3) and ($4 = '' or category = $4)
            and ($5 = '' or language = $5) and ($6 = '' or $6 = any (dissenting)) and ($7 = '' or search like $7 escape '\\')
            and ($8 = 0 or number = $8)""";
    private static final String COUNT = "select count(*) " + FITS;
    private static final String SELECT = "select number, rank, content " + FITS;
    private static final String WORST = " order by rank, weight desc, number limit $9 offset $10";
    private static final String IN_ORDER = " order by number limit $9 offset $10";
    private static final String TROUBLING = """
            select number, rank, content from evidence_row where digest = $1 and reading = $2
            and (rank < $3 or cardinality(dissenting) > 0) order by rank, weight desc, number limit $4""";
    private static final String WEIGHTS = """
            select weight from evidence_row where digest = $1 and reading = $2 order by number""";
    private static final String FORGET = """
            delete from evidence_file file using (
                select digest, reading, sum(size) over (order by asked_at desc, digest, reading) as upto from evidence_file) kept
            where file.digest = kept.digest and file.reading = kept.reading and (file.asked_at < $1 or kept.upto > $2)""";
    private static final Duration NOTED = Duration.ofHours(1);

    private final Pool pool;
    private final EvidenceConfig config;
    private final Clock clock;

    Rows(Pool pool, EvidenceConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /** What is kept of a file, and that somebody asked for it. */
    Uni<Optional<Kept>> find(FileKey key) {
        OffsetDateTime now = now();
        return pool.preparedQuery(FIND).execute(key.tuple()).map(Rows::kept)
                .call(found -> found.isEmpty() ? Uni.createFrom().voidItem()
                        : pool.preparedQuery(ASKED).execute(key.tuple().addValue(now).addValue(now.minus(NOTED))));
    }

    /** Stores the file's lines, unless somebody did meanwhile; then forgets what is old, or too much. */
    Uni<Kept> keep(FileKey key, byte[] file) {
        return pool.withTransaction(connection -> connection.preparedQuery(LOCK).execute(key.tuple())
                .chain(() -> connection.preparedQuery(FIND).execute(key.tuple())).map(Rows::kept)
                .flatMap(found -> found.map(kept -> Uni.createFrom().item(kept))
                        .orElseGet(() -> store(connection, key, file))))
                .call(this::forget);
    }

    private Uni<Kept> store(SqlConnection connection, FileKey key, byte[] file) {
        Lines lines = new Lines(key.reading(), file);
        return connection.preparedQuery(BEGIN).execute(key.tuple().addValue((long) file.length).addValue(now()))
                .chain(() -> Multi.createFrom().iterable(() -> lines).onItem()
                        .transformToUniAndConcatenate(portion -> add(connection, key, portion)).collect().last())
                .map(stored -> lines.kept())
                .call(kept -> connection.preparedQuery(END).execute(key.tuple().addValue(json(kept))));
    }

    private static Uni<Void> add(SqlConnection connection, FileKey key, List<Line> portion) {
        return portion.isEmpty() ? Uni.createFrom().voidItem()
                : connection.preparedQuery(ADD).executeBatch(portion.stream().map(line -> tuple(key, line)).toList())
                        .replaceWithVoid();
    }

    private static Tuple tuple(FileKey key, Line line) {
        Facets.Standing standing = line.facets().standing();
        Facets.Topic topic = line.facets().topic();
        return key.tuple().addInteger(line.number()).addShort((short) standing.rank()).addDouble(standing.weight())
                .addString(standing.outcome()).addString(topic.category()).addString(topic.language())
                .addArrayOfString(line.facets().dissenting().toArray(String[]::new)).addString(line.search())
                .addString(line.content());
    }

    Uni<Leaf> leaf(FileKey key, Sought sought, Leaf.Span span) {
        String select = SELECT + (span.worstFirst() ? WORST : IN_ORDER);
        return pool.preparedQuery(COUNT).execute(where(key, sought))
                .flatMap(count -> pool.preparedQuery(select)
                        .execute(where(key, sought).addInteger(span.most()).addInteger(span.from()))
                        .map(rows -> new Leaf(count.iterator().next().getInteger(0), span, rows(rows))));
    }

    /** The worst of those that somebody should look at. */
    Uni<List<Leaf.Row>> troubling(FileKey key, int most) {
        return pool.preparedQuery(TROUBLING).execute(key.tuple().addInteger(Facets.GOOD).addInteger(most)).map(Rows::rows);
    }

    /** One for each line, in the order of the file; negative where it was not measured. */
    Uni<List<Double>> weights(FileKey key) {
        return pool.preparedQuery(WEIGHTS).execute(key.tuple()).map(rows -> {
            List<Double> weights = new ArrayList<>();
            rows.forEach(row -> weights.add(row.getDouble(0)));
            return weights;
        });
    }

    Uni<Void> forget() {
        return pool.preparedQuery(FORGET).execute(Tuple.of(now().minus(config.keep()), config.most())).replaceWithVoid();
    }

    private static Tuple where(FileKey key, Sought sought) {
        return key.tuple().addString(sought.outcome()).addString(sought.category()).addString(sought.language())
                .addString(sought.juror()).addString(SearchText.pattern(sought.words().text()))
                .addInteger(sought.words().line());
    }

    private static Optional<Kept> kept(Iterable<Row> rows) {
        for (Row row : rows) {
            return Optional.of(kept(row.getString(0)));
        }
        return Optional.empty();
    }

    private static List<Leaf.Row> rows(Iterable<Row> rows) {
        List<Leaf.Row> leaf = new ArrayList<>();
        rows.forEach(row -> leaf.add(new Leaf.Row(row.getInteger(0), row.getShort(1), tree(row.getString(2)))));
        return leaf;
    }

    private static JsonNode tree(String content) {
        try {
            return Lines.JSON.readTree(content);
        } catch (JsonProcessingException changed) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static Kept kept(String told) {
        try {
            return Lines.JSON.readValue(told, Kept.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("What is kept of a file was written by something else", foreign);
        }
    }

    private static String json(Kept kept) {
        try {
            return Lines.JSON.writeValueAsString(kept);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
