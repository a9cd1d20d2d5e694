package dev.touchstone.submission.review.run;

import java.net.URI;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunAliased;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.outbox.RunAliases;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The aliases of the W&amp;B runs, with the submissions. */
@ApplicationScoped
class StoredAliases implements RunAliases {

    private static final String OF = "select wandb_alias from submission where id = :id";

    /** A late delivery of an older alias changes nothing. */
    private static final String KEEP = """
            update submission set wandb_alias = :alias, wandb_alias_sequence = :sequence
            where id = :id and wandb_alias_sequence < :sequence""";

    /** The catalog has the address with what was published. */
    private static final String CATALOG = "update catalog_entry set wandb_url = :url where submission_id = :id";

    @Override
    public Uni<@Nullable String> of(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(OF, String.class)
                .setParameter("id", submissionId).getSingleResultOrNull());
    }

    Uni<Void> keep(StageEvent event, RunAliased aliased) {
        URI url = event.review().withAlias(aliased.alias()).wandbRun().url();
        return Panache.getSession().flatMap(session -> session.createNativeQuery(KEEP)
                .setParameter("id", event.submissionId()).setParameter("alias", aliased.alias())
                .setParameter("sequence", event.position().sequence()).executeUpdate()
                .flatMap(kept -> kept == 0 ? Uni.createFrom().item(0)
                        : session.createNativeQuery(CATALOG).setParameter("id", event.submissionId())
                                .setParameter("url", url.toString()).executeUpdate()))
                .replaceWithVoid();
    }
}
