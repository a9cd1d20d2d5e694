package dev.touchstone.review.cases;

import java.util.Locale;

/** How a section of the queue is sorted. The submission's id makes each order total, so that a page can follow another. */
public enum QueueOrder {

    /** Who has waited longest first, and so what is due first. */
    OLDEST("c.since", true),
    NEWEST("c.since", false),
    AGENT("c.agent_name", true);

    private final String column;
    private final boolean ascending;

    QueueOrder(String column, boolean ascending) {
        this.column = column;
        this.ascending = ascending;
    }

    static QueueOrder of(QueueFilter filter, QueueSection section) {
        return filter.get(QueueFacet.SORT).map(key -> valueOf(key.toUpperCase(Locale.ROOT)))
                .orElse(section == QueueSection.WAITING ? OLDEST : NEWEST);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isByTime() {
        return column.equals("c.since");
    }

    String orderBy() {
        String direction = ascending ? " asc" : " desc";
        return column + direction + ", c.submission_id" + direction;
    }

    /** The rows behind the one with these values. */
    String behind(String key, String id) {
        return "(" + column + ", c.submission_id) " + (ascending ? ">" : "<") + " (" + key + ", " + id + ")";
    }
}
