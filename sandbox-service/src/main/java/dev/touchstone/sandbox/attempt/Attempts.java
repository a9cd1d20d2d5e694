package dev.touchstone.sandbox.attempt;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Stage;
import dev.touchstone.sandbox.attempt.EndedAttempt.File;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** The attempts that have ended here. {@link #keep} joins the caller's transaction, the rest blocks. */
@ApplicationScoped
class Attempts {

    private static final String KEEP = """
            insert into attempt (submission_id, workflow_run_id, stage, attempt, files, ended_at)
            values (:submission, :round, :stage, :attempt, :files, :ended) on conflict do nothing""";

    private static final String OF_SUBMISSION = """
            select submission_id, workflow_run_id, stage, attempt, files, ended_at from attempt
            where submission_id = $1 order by ended_at, stage, attempt""";

    private static final String ONE = """
            select submission_id, workflow_run_id, stage, attempt, files, ended_at from attempt
            where submission_id = $1 and workflow_run_id = $2 and stage = $3 and attempt = $4""";

    private final Pool pool;

    Attempts(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> keep(EndedAttempt ended) {
        EndedAttempt.Key key = ended.key();
        return Panache.getSession().flatMap(session -> session.createNativeQuery(KEEP)
                .setParameter("submission", key.submissionId()).setParameter("round", key.round())
                .setParameter("stage", key.stage().key()).setParameter("attempt", key.attempt())
                .setParameter("files", Report.json(ended.files())).setParameter("ended", ended.endedAt()).executeUpdate())
                .replaceWithVoid();
    }

    /** In the order in which they ended. */
    List<EndedAttempt> of(UUID submission) {
        return rows(OF_SUBMISSION, Tuple.of(submission));
    }

    Optional<EndedAttempt> find(EndedAttempt.Key key) {
        return rows(ONE, Tuple.of(key.submissionId(), key.round(), key.stage().key(), key.attempt())).stream().findFirst();
    }

    private List<EndedAttempt> rows(String sql, Tuple parameters) {
        return StreamSupport.stream(pool.preparedQuery(sql).execute(parameters).await().indefinitely().spliterator(), false)
                .map(Attempts::ended).toList();
    }

    private static EndedAttempt ended(Row row) {
        EndedAttempt.Key key = new EndedAttempt.Key(row.getUUID(0), row.getUUID(1), Stage.of(row.getString(2)),
                row.getInteger(3));
        List<File> files = StreamSupport.stream(Report.parse(row.getString(4), JsonNode.class).spliterator(), false)
                .map(file -> Report.parse(file.toString(), File.class)).toList();
        return new EndedAttempt(key, files, row.getOffsetDateTime(5).toInstant());
    }
}
