package dev.touchstone.review.artifacts.reads;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.access.Caller;
import dev.touchstone.review.Shown;
import dev.touchstone.review.Sight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The record of reads. Each answer is to be awaited before anything of the file is given; where it fails, nothing may be given.
 * In transactions of its own, so that what was recorded stays although the answer may fail later.
 */
@ApplicationScoped
public class Reads {

    /** A page looks at itself again every few seconds; a person reads it once. */
    private static final Duration ONE_READING = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private static final String NOTE_ONCE = """
            insert into artifact_read (read_at, reader, organization_id, submission_id, digest, name, way)
            select $1, $2, $3, $4, $5, $6, $7 where not exists (select 1 from artifact_read where submission_id = $4
                and read_at > $8 and reader = $2 and organization_id = $3 and digest = $5 and way = $7)""";
    private static final String NOTE_DOWNLOAD = """
            insert into artifact_read (read_at, reader, organization_id, submission_id, digest, name, way)
            select $1, $2, $3, submission_id, $4, $5, 'download' from artifact_submission join review_case using (submission_id)
            where digest = $4 and ($6 or review_case.organization_id = $3)""";
    private static final String NOTE_STRAY = """
            insert into artifact_read (read_at, reader, organization_id, digest, name, way)
            values ($1, $2, $3, $4, $5, 'download')""";
    private static final String LIST = """
            select read_at, reader, organization_id, digest, name, way from artifact_read where submission_id = $1
            order by read_at desc, id desc limit $2""";

    private final Pool pool;
    private final Clock clock;

    Reads(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Records that the reader is about to see what is in the files; once for each sitting. */
    public Uni<Void> note(Caller reader, UUID submissionId, List<ArtifactRef> files, Way way) {
        Uni<Void> noted = Uni.createFrom().voidItem();
        for (ArtifactRef file : files) {
            if (Secrecy.mayHoldSecrets(file.name())) {
                noted = noted.chain(() -> note(reader, submissionId, file, way));
            }
        }
        return noted;
    }

    private Uni<Void> note(Caller reader, UUID submissionId, ArtifactRef file, Way way) {
        OffsetDateTime now = now();
        return pool.preparedQuery(NOTE_ONCE)
                .execute(Tuple.of(now, reader.name(), organization(reader), submissionId).addString(file.digest())
                        .addString(Shown.of(file.name()).text()).addString(way.key()).addValue(now.minus(ONE_READING)))
                .replaceWithVoid();
    }

    /** Records that the reader is about to download the file, for each review in sight that it is of. */
    public Uni<Void> noteDownload(Caller reader, String digest, String name) {
        if (!Secrecy.mayHoldSecrets(name)) {
            return Uni.createFrom().voidItem();
        }
        Tuple who = Tuple.of(now(), reader.name(), organization(reader), digest, name);
        return pool.preparedQuery(NOTE_DOWNLOAD)
                .execute(Tuple.of(now(), reader.name(), organization(reader), digest, name, Sight.of(reader).everything()))
                .flatMap(rows -> rows.rowCount() > 0 ? Uni.createFrom().voidItem()
                        : pool.preparedQuery(NOTE_STRAY).execute(who).replaceWithVoid());
    }

    /** The latest of a review, the last first; at most a thousand. */
    public Uni<List<ArtifactRead>> of(UUID submissionId) {
        return pool.preparedQuery(LIST).execute(Tuple.of(submissionId, MOST)).map(rows -> {
            List<ArtifactRead> reads = new ArrayList<>();
            rows.forEach(row -> reads.add(new ArtifactRead(row.getOffsetDateTime(0).toInstant(), row.getString(1),
                    row.getString(2), row.getString(3), row.getString(4), Way.of(row.getString(5)))));
            return reads;
        });
    }

    private static String organization(Caller reader) {
        return Optional.ofNullable(reader.organizationId()).orElse("");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
