package dev.touchstone.submission.catalog;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * In which order the catalog is read. Agent and revision come last in each, so that equal keys have an order too.
 */
enum CatalogOrder {

    /** The newest publication first. The first comparison repeats what follows, for the index's sake. */
    PUBLISHED("publishedAt desc", "publishedAt <= :key and (publishedAt < :key or " + CatalogOrder.TIE + ")"),
    /** By name, whatever its case. */
    NAME("lower(displayName)",
            "lower(displayName) >= lower(:key) and (lower(displayName) > lower(:key) or " + CatalogOrder.TIE + ")"),
    /** The best first, and at the end those that a person approved without a score. */
    SCORE("trustScore desc nulls last",
            "(trustScore < :key or trustScore is null or trustScore = :key and " + CatalogOrder.TIE + ")");

    private static final String TIE = "(agentId > :agent or agentId = :agent and revision > :revision)";

    private final String first;
    private final String behind;

    /** @param behind the condition of what follows a row whose key is {@code :key} */
    CatalogOrder(String first, String behind) {
        this.first = first;
        this.behind = behind;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CatalogOrder> of(String key) {
        return Arrays.stream(values()).filter(order -> order.key().equals(key)).findFirst();
    }

    String orderBy() {
        return first + ", agentId, revision";
    }

    /** The condition of what follows a row with this key; null keys come last. */
    String behind(@Nullable String key) {
        return key == null ? "trustScore is null and " + TIE : behind;
    }

    /** The row's key in a cursor. */
    @Nullable
    String write(CatalogEntry entry) {
        return switch (this) {
            case PUBLISHED -> entry.publishedAt.toString();
            case NAME -> entry.displayName;
            case SCORE -> entry.trustScore == null ? null : entry.trustScore.toString();
        };
    }

    /**
     * The key as a query's parameter.
     *
     * @throws RuntimeException if it is none
     */
    Object read(String key) {
        return switch (this) {
            case PUBLISHED -> Instant.parse(key);
            case NAME -> key;
            case SCORE -> Double.valueOf(key);
        };
    }
}
