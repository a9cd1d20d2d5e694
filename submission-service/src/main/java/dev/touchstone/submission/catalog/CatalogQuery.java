package dev.touchstone.submission.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Cursor;
import dev.touchstone.submission.Problems;

/**
 * What somebody looks for in the catalog.
 *
 * @param text in the agent's id or name, whatever its case; null for all
 * @param minScore null for all, also those without a score
 * @param standing null for all
 */
record CatalogQuery(@Nullable String text, @Nullable Double minScore, @Nullable Standing standing, CatalogOrder order) {

    private static final int LONGEST_TEXT = 200;
    private static final int CURSOR_LENGTH = 4;

    CatalogQuery {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw Problems.malformedParameter("q has at most " + LONGEST_TEXT + " characters.");
        }
    }

    /** A condition in HQL, made of constants only, and the values of its parameters. */
    record Condition(String hql, Map<String, Object> parameters) {
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a parameter that cannot be understood
     */
    static CatalogQuery of(@Nullable String text, @Nullable String minScore, @Nullable String standing,
            @Nullable String order) {
        return new CatalogQuery(text == null || text.isBlank() ? null : text.strip(),
                Optional.ofNullable(minScore).map(CatalogQuery::score).orElse(null),
                Optional.ofNullable(standing).map(key -> Standing.of(key).orElseThrow(
                        () -> Problems.malformedParameter("standing is current, superseded or withdrawn.")))
                        .orElse(null),
                CatalogOrder.of(order == null ? CatalogOrder.PUBLISHED.key() : order).orElseThrow(
                        () -> Problems.malformedParameter("sort is published, name or score.")));
    }

    private static Double score(String text) {
        try {
            double score = Double.parseDouble(text);
            if (score >= 0 && score <= 100) {
                return score;
            }
        } catch (NumberFormatException noNumber) {
            throw Problems.malformedParameter("minScore is a number from 0 to 100.");
        }
        throw Problems.malformedParameter("minScore is a number from 0 to 100.");
    }

    /** Where the next page begins. A cursor holds the order that it was made for, and is none of another. */
    String cursor(CatalogEntry last) {
        return Cursor.of(order.key(), order.write(last), last.agentId, last.revision);
    }

    /** What is looked for behind the cursor; null for the beginning. */
    Condition condition(@Nullable String cursor) {
        List<String> all = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (text != null) {
            all.add("(lower(agentId) like :text escape '!' or lower(displayName) like :text escape '!')");
            parameters.put("text", "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        }
        if (minScore != null) {
            all.add("trustScore >= :score");
            parameters.put("score", minScore);
        }
        if (standing != null) {
            all.add("standing = :standing");
            parameters.put("standing", standing.key());
        }
        Cursor.read(cursor, CURSOR_LENGTH).ifPresent(place -> all.add(behind(place, parameters)));
        return new Condition(all.isEmpty() ? "1 = 1" : String.join(" and ", all), parameters);
    }

    private String behind(List<@Nullable String> place, Map<String, Object> parameters) {
        String key = place.get(1);
        String agent = place.get(2);
        String revision = place.get(3);
        boolean mayBeNull = order == CatalogOrder.SCORE;
        if (!order.key().equals(place.getFirst()) || agent == null || revision == null || (key == null && !mayBeNull)) {
            throw Cursor.malformed();
        }
        parameters.put("agent", agent);
        parameters.put("revision", revision);
        if (key != null) {
            parameters.put("key", read(key));
        }
        return order.behind(key);
    }

    private Object read(String key) {
        try {
            return order.read(key);
        } catch (RuntimeException foreign) {
            throw Cursor.malformed();
        }
    }
}
