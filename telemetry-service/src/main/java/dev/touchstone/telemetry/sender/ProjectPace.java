package dev.touchstone.telemetry.sender;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * How fast one project may be written to, by all replicas together: W&amp;B limits projects, and many reviews share one. A
 * bucket that fills at the configured rate and holds one second of it, kept as the one moment at which all that was taken
 * would have been used up (the generic cell rate algorithm), in a row that all replicas share. Each takes a few turns at a
 * time, which are void after a moment, so that a turn does not cost a statement. Blocks: for virtual threads.
 */
@ApplicationScoped
class ProjectPace {

    private static final String TAKE = """
            insert into wandb_pace as p (base_url, entity, project, free_at)
            values ($1, $2, $3, now() + make_interval(secs => $4))
            on conflict (base_url, entity, project)
                do update set free_at = greatest(p.free_at, now()) + make_interval(secs => $4)
                where greatest(p.free_at, now()) + make_interval(secs => $4) <= now() + make_interval(secs => $5)
            returning 1""";

    private static final String WAIT = """
            select greatest(extract(epoch from free_at - now()) + $4 - $5, 0)::double precision from wandb_pace
            where base_url = $1 and entity = $2 and project = $3""";

    private static final String HOLD = """
            insert into wandb_pace as p (base_url, entity, project, free_at)
            values ($1, $2, $3, now() + make_interval(secs => $4))
            on conflict (base_url, entity, project)
                do update set free_at = greatest(p.free_at, now() + make_interval(secs => $4))""";

    /** For so long a replica may use what it took; by then another may have been told to be slower. */
    private static final Duration FRESH = Duration.ofSeconds(1);
    /** A replica takes so much of a second's turns at once. */
    private static final double SHARE = 1.0 / 20;
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Pool pool;
    private final double rate;
    private final Map<Project, Turns> taken = new ConcurrentHashMap<>();

    @Inject
    ProjectPace(Pool pool, SenderConfig config) {
        this(pool, config.projectRate());
    }

    /**
     * @param rate in requests a second
     */
    ProjectPace(Pool pool, double rate) {
        this.pool = pool;
        this.rate = rate;
    }

    /**
     * A project of one W&amp;B.
     *
     * @param baseUrl of that W&amp;B
     */
    record Project(String baseUrl, String entity, String project) {
    }

    /** Turns in hand. */
    private record Turns(int left, long until) {

        boolean any() {
            return left > 0 && until - System.nanoTime() > 0;
        }
    }

    /** How long to wait before the next request to this project; nothing where its turn is now, which is then taken. */
    Duration take(Project project) {
        return takenInHand(project) ? Duration.ZERO : takenFromAll(project);
    }

    private boolean takenInHand(Project project) {
        boolean[] had = new boolean[1];
        taken.computeIfPresent(project, (key, turns) -> {
            had[0] = turns.any();
            return had[0] && turns.left() > 1 ? new Turns(turns.left() - 1, turns.until()) : null;
        });
        return had[0];
    }

    private Duration takenFromAll(Project project) {
        int turns = (int) Math.max(1, rate * SHARE);
        long until = System.nanoTime() + FRESH.toNanos();
        Tuple cost = cost(project, turns);
        if (pool.preparedQuery(TAKE).execute(cost).await().indefinitely().rowCount() == 0) {
            return waiting(cost);
        }
        if (turns > 1) {
            taken.merge(project, new Turns(turns - 1, until), ProjectPace::both);
        }
        return Duration.ZERO;
    }

    private static Turns both(@Nullable Turns held, Turns more) {
        return held == null || !held.any() ? more : new Turns(held.left() + more.left(), more.until());
    }

    private Duration waiting(Tuple cost) {
        for (Row row : pool.preparedQuery(WAIT).execute(cost).await().indefinitely()) {
            Duration wait = Duration.ofMillis(Math.round(row.getDouble(0) * 1_000));
            return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
        }
        return SHORTEST;
    }

    /** W&amp;B asks for a pause: nobody writes to the project before. */
    void hold(Project project, Duration pause) {
        if (pause.toNanos() <= interval() * 1e9) {
            return;
        }
        taken.remove(project);
        pool.preparedQuery(HOLD).execute(Tuple.of(project.baseUrl(), project.entity(), project.project(),
                pause.toMillis() / 1_000.0 + burst() - interval())).await().indefinitely();
    }

    private Tuple cost(Project project, int turns) {
        return Tuple.of(project.baseUrl(), project.entity(), project.project(), turns * interval(), burst());
    }

    /** In seconds. */
    private double interval() {
        return 1 / rate;
    }

    /** In seconds: what the bucket holds. */
    private double burst() {
        return Math.max(1, interval());
    }
}
