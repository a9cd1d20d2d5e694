package dev.touchstone.review.pages.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.UriInfo;

import dev.touchstone.review.artifacts.rows.Leaf;
import dev.touchstone.review.artifacts.rows.Sought;
import dev.touchstone.review.pages.submission.CasePages;
import dev.touchstone.review.pages.submission.Tab;

/**
 * What the address of a page asks for. All of it is in the address, so that a link leads others to the same lines; what cannot
 * be understood asks for nothing.
 */
public record Asked(String path, Map<String, String> given) {

    private static final int LONGEST = 200;

    public static Asked of(UriInfo uri) {
        Map<String, String> given = new LinkedHashMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            // PostgreSQL cannot be asked for what it cannot hold.
            String value = values.getFirst().replace("\0", "");
            if (!value.isEmpty()) {
                given.put(name, value.substring(0, Math.min(value.length(), LONGEST)));
            }
        });
        return new Asked(uri.getRequestUri().getRawPath(), given);
    }

    public String get(String name) {
        return given.getOrDefault(name, "");
    }

    /** A number from 1; 0 where none was asked for. */
    public int number(String name) {
        return get(name).matches("[1-9]\\d{0,6}") ? Integer.parseInt(get(name)) : 0;
    }

    public Sought sought() {
        return new Sought(get("outcome"), get("category"), get("language"), get("juror"),
                new Sought.Words(get("q"), number("line")));
    }

    boolean inOrder() {
        return get("sort").equals("file");
    }

    public Leaf.Span span(int most) {
        return new Leaf.Span(!inOrder(), (Math.max(1, number("page")) - 1) * most, most);
    }

    public CasePages.Visit visit(UUID submissionId, Tab tab) {
        return CasePages.Visit.to(submissionId, tab, get("round")).at(href(given));
    }

    /** The address of the same page with another value; an empty one leaves it out. */
    public String with(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(given);
        other.put(name, value);
        return href(other);
    }

    /** The address of all lines of the same file. */
    String cleared() {
        Map<String, String> kept = new LinkedHashMap<>(given);
        kept.keySet().retainAll(Set.of("round", "attempt", "sort"));
        return href(kept);
    }

    /** The same lines of another attempt. */
    String ofAttempt(int attempt) {
        Map<String, String> other = new LinkedHashMap<>(given);
        other.keySet().retainAll(Set.of("round", "sort"));
        other.put("attempt", String.valueOf(attempt));
        return href(other);
    }

    private String href(Map<String, String> wanted) {
        String query = wanted.entrySet().stream().filter(each -> !each.getValue().isEmpty())
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue())).collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
