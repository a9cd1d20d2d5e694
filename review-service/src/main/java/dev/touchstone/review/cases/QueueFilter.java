package dev.touchstone.review.cases;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.CaseState;
import dev.touchstone.review.Problems.Violation;

/** Which cases of the queue are wanted, and in which order. An address holds all of it, so a bookmark is a saved filter. */
public record QueueFilter(Map<QueueFacet, String> chosen) {

    public static final QueueFilter ALL = new QueueFilter(Map.of());

    public QueueFilter {
        Map<QueueFacet, String> ordered = new EnumMap<>(QueueFacet.class);
        ordered.putAll(chosen);
        chosen = Collections.unmodifiableMap(ordered);
    }

    /**
     * A filter as far as it was understood.
     *
     * @param violations what was not, by parameter
     */
    public record Reading(QueueFilter filter, List<Violation> violations) {
    }

    /** @param parameter gives the value of a parameter, null or blank where it is not there */
    public static Reading read(Function<String, @Nullable String> parameter) {
        Map<QueueFacet, String> chosen = new EnumMap<>(QueueFacet.class);
        List<Violation> violations = new ArrayList<>();
        for (QueueFacet facet : QueueFacet.values()) {
            String value = parameter.apply(facet.parameter());
            if (value != null && !value.isBlank()) {
                facet.fault(value).ifPresentOrElse(fault -> violations.add(new Violation("/" + facet.parameter(), fault)),
                        () -> chosen.put(facet, value.strip()));
            }
        }
        return new Reading(new QueueFilter(chosen), List.copyOf(violations));
    }

    /** What {@link #query} wrote, wherever it has been since; what cannot be understood is left out. */
    public static QueueFilter parse(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
            }
        }
        return read(parameters::get).filter();
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** As the query of an address; empty where nothing is chosen. */
    public String query() {
        return chosen.entrySet().stream()
                .map(each -> each.getKey().parameter() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public boolean isEmpty() {
        return chosen.isEmpty();
    }

    public Optional<String> get(QueueFacet facet) {
        return Optional.ofNullable(chosen.get(facet));
    }

    public QueueFilter with(QueueFacet facet, String value) {
        Map<QueueFacet, String> changed = new HashMap<>(chosen);
        changed.put(facet, value);
        return new QueueFilter(changed);
    }

    public QueueFilter without(QueueFacet... facets) {
        Map<QueueFacet, String> changed = new HashMap<>(chosen);
        Stream.of(facets).forEach(changed::remove);
        return new QueueFilter(changed);
    }

    /** The sections that can have such cases. */
    public List<QueueSection> sections() {
        Optional<QueueSection> chosenOne = get(QueueFacet.STATE).map(state -> state.equals(QueueFacet.ENDED)
                ? QueueSection.ENDED
                : QueueSection.of(CaseState.valueOf(state.toUpperCase(Locale.ROOT))));
        List<QueueSection> sections = chosenOne.map(List::of).orElse(List.of(QueueSection.values()));
        return isOfWaiting() ? sections.stream().filter(section -> section == QueueSection.WAITING).toList() : sections;
    }

    /** Whether only what awaits a decision can fit. */
    boolean isOfWaiting() {
        return chosen.keySet().stream().anyMatch(QueueFacet::isOfWaiting);
    }
}
