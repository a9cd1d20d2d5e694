package dev.touchstone.submission.catalog;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Finds published revisions. Every method joins the caller's session. */
@ApplicationScoped
class CatalogSearch {

    /** One page behind the cursor; null for the first. */
    Uni<Page<CatalogEntry>> page(CatalogQuery query, @Nullable String after, int limit) {
        CatalogQuery.Condition condition = query.condition(after);
        String hql = "from CatalogEntry where " + condition.hql() + " order by " + query.order().orderBy();
        return Panache.getSession().flatMap(session -> {
            var selection = session.createSelectionQuery(hql, CatalogEntry.class).setMaxResults(limit + 1);
            condition.parameters().forEach(selection::setParameter);
            return selection.getResultList();
        }).map(rows -> Page.of(rows, limit, query::cursor));
    }

    /** What is published of an agent, by any of its revisions. */
    Uni<List<CatalogEntry>> ofAgent(String agentId) {
        return Panache.getSession().flatMap(session -> session
                .createSelectionQuery("from CatalogEntry where agentId = :agent", CatalogEntry.class)
                .setParameter("agent", agentId).getResultList());
    }
}
