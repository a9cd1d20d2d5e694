package dev.touchstone.events;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The Weights &amp; Biases run of one submission. Fixed when the submission is accepted, the same in all its events.
 *
 * @param entity the W&amp;B user or team
 * @param project the W&amp;B project
 * @param runId 1 to 128 characters of A–Z a–z 0–9 - _
 * @param baseUrl of the web application, without a trailing slash; its API may live elsewhere
 */
@RegisterForReflection
public record WandbRun(String entity, String project, String runId, URI baseUrl) {

    /** What a run id may be made of. */
    public static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /**
     * @throws IllegalArgumentException if a part is missing or the run id is malformed
     */
    public WandbRun {
        requireText(entity, "entity");
        requireText(project, "project");
        if (!RUN_ID.matcher(runId).matches()) {
            throw new IllegalArgumentException("runId must be 1 to 128 characters of A-Z a-z 0-9 - _");
        }
        baseUrl = withoutTrailingSlash(baseUrl);
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

    private static URI withoutTrailingSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }

    private static String segment(String value) {
        // URLEncoder writes form data, where a blank is '+'; in a path it is %20.
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
