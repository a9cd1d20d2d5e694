package dev.touchstone.sandbox.egress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A bearer token and the hosts that may get it. It never leaves this class but in the header of a request to one of them,
 * and what an agent says can be searched for it. Nothing writes it: it has no accessor, and {@code toString} is its mark.
 */
public final class Credential {

    /** What stands in a text where it was. An agent that writes this itself only accuses itself. */
    public static final String MASK = "[credential]";

    /** As RFC 6750 writes them; shorter ones could not be told from words in what an agent says. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{12,4096}=*");

    private final String token;
    private final Set<String> authorities;
    private final Traces traces;

    private Credential(String token, Set<String> authorities) {
        this.token = token;
        this.authorities = authorities;
        this.traces = Traces.of(token);
    }

    /**
     * @param hosts exactly as they are called, with their port where it is not 443
     * @throws IllegalArgumentException without the token in its message, if it is none or a host is not one
     */
    public static Credential of(String token, List<String> hosts) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("a bearer token has from 12 to 4096 of the characters of RFC 6750");
        }
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("at least one host must be named that may get it");
        }
        Set<String> authorities = new TreeSet<>();
        hosts.forEach(host -> authorities.add(authority(host.strip())));
        return new Credential(token, authorities);
    }

    /** Whether a hop may get it by its host and port. That it is encrypted is the way out's to see to. */
    boolean isFor(WebUrl hop) {
        return authorities.contains(hop.authority());
    }

    /** The header's value. */
    String authorization() {
        return "Bearer " + token;
    }

    /** The text with {@link #MASK} wherever the token stands in it, in clear or in a usual disguise. */
    public String hideIn(String text) {
        return traces.replaceIn(text, MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }

    private static String authority(String host) {
        Optional<WebUrl> url = switch (WebUrl.parse("https://" + host)) {
            case WebUrl.Parsed.Valid(WebUrl valid) when valid.target().equals("/") && !host.contains("/") -> Optional.of(valid);
            case WebUrl.Parsed.Valid other -> Optional.empty();
            case WebUrl.Parsed.Invalid invalid -> Optional.empty();
        };
        return url.map(WebUrl::authority)
                .orElseThrow(() -> new IllegalArgumentException("'" + host + "' is neither a host nor host:port"));
    }
}
