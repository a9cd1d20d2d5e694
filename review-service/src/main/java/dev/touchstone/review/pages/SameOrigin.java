package dev.touchstone.review.pages;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

/**
 * Whether a request may change something, seen by where a browser says that it comes from. Browsers set
 * {@code Sec-Fetch-Site} and {@code Origin} themselves, pages cannot.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>
 */
record SameOrigin(@Nullable String fetchSite, @Nullable String origin, @Nullable String authority) {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    boolean allows(String method, Optional<MediaType> content) {
        if (SAFE.contains(method)) {
            return true;
        }
        if (fetchSite != null) {
            return fetchSite.equals("same-origin");
        }
        if (origin != null) {
            return isOwn(origin);
        }
        // Neither: no browser of this decade, so a client of the API. Forms come from browsers; JSON they only send to
        // other sites after asking, and nobody is allowed to here.
        return content.map(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE)).orElse(false);
    }

    private boolean isOwn(String stated) {
        try {
            return authority != null && authority.equalsIgnoreCase(URI.create(stated).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
