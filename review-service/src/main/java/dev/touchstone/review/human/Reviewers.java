package dev.touchstone.review.human;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Roles;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Who was here as a reviewer in the last thirty days. Keys and members are known elsewhere, and only to whoever shows one; so a
 * case can be given to those whom this service has seen.
 */
@ApplicationScoped
public class Reviewers {

    private static final Duration NOTED_FOR = Duration.ofHours(1);
    private static final int MOST_NOTED = 1_000;
    private static final String NOTE = """
            insert into reviewer (name, organization_id, seen_at) values (:name, :organization, now())
            on conflict (name, organization_id) do update set seen_at = excluded.seen_at""";
    private static final String OF_NAME = "select organization_id from reviewer where name = :name "
            + "and seen_at > now() - interval '30 days'";
    private static final String NAMES = "select distinct name from reviewer where seen_at > now() - interval '30 days' "
            + "order by name limit 200";

    private final Clock clock;
    /** When each was noted last by this replica, so that not every page is a write. */
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    Reviewers(Clock clock) {
        this.clock = clock;
    }

    /** Remembers that a reviewer is here; of others, nothing. */
    public Uni<Void> note(Caller caller) {
        String organization = caller.organizationId();
        if (!caller.has(Roles.REVIEWER) || organization == null || !isNews(caller.name() + '\n' + organization)) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withTransaction(() -> Panache.getSession().flatMap(session -> session.createNativeQuery(NOTE)
                .setParameter("name", caller.name()).setParameter("organization", organization).executeUpdate()))
                .replaceWithVoid();
    }

    private boolean isNews(String who) {
        Instant now = clock.instant();
        if (noted.size() > MOST_NOTED) {
            noted.clear();
        }
        Instant last = noted.get(who);
        if (last != null && last.plus(NOTED_FOR).isAfter(now)) {
            return false;
        }
        noted.put(who, now);
        return true;
    }

    /** The organisations that reviewers of this name belong to; empty where none was here. */
    Uni<List<String>> organizationsOf(String name) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(OF_NAME, String.class)
                .setParameter("name", name).getResultList());
    }

    /** To whom an operator can give a case, by name. */
    public Uni<List<String>> names() {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(NAMES, String.class).getResultList());
    }
}
