package dev.touchstone.sandbox.suite;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The imported suites. Rows are only ever added. Every method joins the caller's transaction. */
@ApplicationScoped
class StoredSuites {

    private static final String STORE = """
            insert into suite (name, version, kind, digest, manifest, lines, counts, imported_by, imported_at)
            values (:name, :version, :kind, :digest, :manifest, :lines, :counts, :by, :at) on conflict do nothing""";

    private static final String RETIRE = """
            insert into suite_retirement (name, version, reason, retired_by, retired_at)
            values (:name, :version, :reason, :by, :at) on conflict do nothing""";

    private static final String HEADS = """
            select s.name, s.version, s.manifest, s.counts, s.importedBy, s.importedAt, r.reason, r.retiredBy, r.retiredAt
            from StoredSuite s left join StoredRetirement r on r.name = s.name and r.version = s.version
            """;

    private final Clock clock;

    StoredSuites(Clock clock) {
        this.clock = clock;
    }

    /** All, without their lines, by name and version. */
    Uni<List<SuiteView>> heads() {
        return Panache.getSession().flatMap(session -> session
                .createSelectionQuery(HEADS + "order by s.name, s.importedAt", Object[].class).getResultList())
                .map(rows -> rows.stream().map(SuiteView::of).toList());
    }

    /** Null where there is none such. */
    Uni<@Nullable SuiteView> head(StoredSuite.Key key) {
        return Panache.getSession().flatMap(session -> session
                .createSelectionQuery(HEADS + "where s.name = :name and s.version = :version", Object[].class)
                .setParameter("name", key.name()).setParameter("version", key.version()).getSingleResultOrNull())
                .map(row -> row == null ? null : SuiteView.of(row));
    }

    /** Null where there is none such. */
    Uni<@Nullable SuiteDocument> document(StoredSuite.Key key) {
        return Panache.getSession().flatMap(session -> session.find(StoredSuite.class, key))
                .map(found -> found == null ? null : found.document());
    }

    /** Null where the suite is not retired, or is none. */
    Uni<@Nullable String> retirement(StoredSuite.Key key) {
        return Panache.getSession().flatMap(session -> session.find(StoredRetirement.class, key))
                .map(found -> found == null ? null : found.reason);
    }

    /** False where this version is there already; nothing was stored then. */
    Uni<Boolean> store(Manifest manifest, String lines, SuiteCounts counts, String by) {
        Suite.Id id = manifest.id();
        return Panache.getSession().flatMap(session -> session.createNativeQuery(STORE)
                .setParameter("name", id.name()).setParameter("version", id.version())
                .setParameter("kind", manifest.kind().key()).setParameter("digest", id.digest())
                .setParameter("manifest", manifest.line()).setParameter("lines", lines)
                .setParameter("counts", counts.json()).setParameter("by", by).setParameter("at", clock.instant())
                .executeUpdate()).map(stored -> stored == 1);
    }

    /** The first reason stays. */
    Uni<Void> retire(StoredSuite.Key key, String reason, String by) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(RETIRE)
                .setParameter("name", key.name()).setParameter("version", key.version()).setParameter("reason", reason)
                .setParameter("by", by).setParameter("at", clock.instant()).executeUpdate()).replaceWithVoid();
    }
}
