package dev.touchstone.events;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The Weights &amp; Biases run of one submission. Fixed when the submission is accepted, the same in all its events.
 *
 * @param entity the W&amp;B user or team
 * @param project the W&amp;B project
 * @param runId 1 to 128 characters of A–Z a–z 0–9 - _
 * @param baseUrl of the web application, in one spelling: lower-case host, no default port, no slash at the end; its API
 *        may live elsewhere
 */
@RegisterForReflection
public record WandbRun(String entity, String project, String runId, URI baseUrl) {

    /** What a run id may be made of. */
    public static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /**
     * @throws IllegalArgumentException if a part is missing, the run id is malformed, or the base URL is more or less than
     *         an http(s) address with a path
     */
    public WandbRun {
        requireText(entity, "entity");
        requireText(project, "project");
        if (!RUN_ID.matcher(runId).matches()) {
            throw new IllegalArgumentException("runId must be 1 to 128 characters of A-Z a-z 0-9 - _");
        }
        baseUrl = canonical(baseUrl);
    }

    /** The page of the run: {@code <baseUrl>/<entity>/<project>/runs/<runId>}, each part percent-encoded. */
    public URI url() {
        return URI.create(baseUrl + "/" + segment(entity) + "/" + segment(project) + "/runs/" + segment(runId));
    }

    private static void requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }

    /** Two spellings of one address would be two runs to us and one to W&B. */
    private static URI canonical(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("baseUrl must be an http(s) address, with a path at most");
        }
        int port = uri.getPort() == (scheme.equals("https") ? 443 : 80) ? -1 : uri.getPort();
        return URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (port == -1 ? "" : ":" + port)
                + uri.getRawPath().replaceAll("/+$", ""));
    }

    private static String segment(String value) {
        // URLEncoder writes form data, where a blank is '+'; in a path it is %20.
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
