package dev.touchstone.telemetry.run;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.WandbRun;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The ids that W&amp;B knows runs of ours by, each of which is one run's for good: its own one, and others where W&amp;B will
 * not give that. Joins the caller's transaction.
 */
@ApplicationScoped
public class WandbIds {

    /** W&amp;B's own bound on an id. */
    private static final int LONGEST = 128;
    /** Whoever deletes a run again and again wants something that this service cannot give. */
    private static final int LAST = 99;
    private static final int FIRST = 2;

    private static final String TAKE = """
            insert into wandb_run_name (base_url, entity, project, wandb_id, submission_id)
            values (:base, :entity, :project, :id, :submission) on conflict do nothing""";

    /** Takes the run's own id; false where another run has it. */
    Uni<Boolean> takeOwn(ReviewRef review) {
        return taken(review, review.wandbRun().runId());
    }

    /** The next free id of the run after the one that it has, or empty where it has used them up. */
    public Uni<Optional<String>> takeAnother(ReviewRef review) {
        return takeAnother(review, number(review.wandbRun().runId(), review.wandbRun().alias()) + 1);
    }

    private static Uni<Optional<String>> takeAnother(ReviewRef review, int number) {
        if (number > LAST) {
            return Uni.createFrom().item(Optional.empty());
        }
        String id = numbered(review.wandbRun().runId(), number);
        return taken(review, id)
                .flatMap(free -> free ? Uni.createFrom().item(Optional.of(id)) : takeAnother(review, number + 1));
    }

    private static Uni<Boolean> taken(ReviewRef review, String id) {
        WandbRun run = review.wandbRun();
        return Panache.getSession().flatMap(session -> session.createNativeQuery(TAKE)
                .setParameter("base", run.baseUrl().toString()).setParameter("entity", run.entity())
                .setParameter("project", run.project()).setParameter("id", id)
                .setParameter("submission", review.submissionId()).executeUpdate()).map(inserted -> inserted == 1);
    }

    /** A long id loses its end for the number. */
    static String numbered(String runId, int number) {
        String suffix = "-" + number;
        return runId.substring(0, Math.min(runId.length(), LONGEST - suffix.length())) + suffix;
    }

    /** Which of its ids the run has now; its own one is the first. */
    static int number(String runId, @Nullable String alias) {
        for (int number = FIRST; number <= LAST; number++) {
            if (numbered(runId, number).equals(alias)) {
                return number;
            }
        }
        return FIRST - 1;
    }
}
