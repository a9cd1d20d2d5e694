package dev.touchstone.events;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The Weights &amp; Biases run of one submission. Fixed when the submission is accepted, the same in all its events but for
 * the alias, which is learnt on the way: a run is known by the rest, and found at W&amp;B by the alias.
 *
 * @param entity the W&amp;B user or team
 * @param project the W&amp;B project
 * @param runId 1 to 128 characters of A–Z a–z 0–9 - _
 * @param baseUrl of the web application, in one spelling: lower-case host, no default port, no slash at the end; its API
 *        may live elsewhere
 * @param alias the id that W&amp;B has the run under, where {@code runId} belonged to a run that was deleted there: W&amp;B
 *        never
 *        gives such an id again. Made as a run id is; null where W&amp;B has the run under its own id
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WandbRun(String entity, String project, String runId, URI baseUrl, @Nullable String alias) {

    /** What a run id may be made of. */
    public static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /**
     * @throws IllegalArgumentException if a part is missing, the run id or the alias is malformed, or the base URL is more or
     *         less than an http(s) address with a path
     */
    public WandbRun {
        requireText(entity, "entity");
        requireText(project, "project");
        requireId(runId, "runId");
        if (alias != null) {
            requireId(alias, "alias");
        }
        baseUrl = canonical(baseUrl);
    }

    /** A run that W&amp;B has under its own id. */
    public WandbRun(String entity, String project, String runId, URI baseUrl) {
        this(entity, project, runId, baseUrl, null);
    }

    /** The same run, under the id that W&amp;B has it under; null for its own. */
    public WandbRun withAlias(@Nullable String newAlias) {
        return new WandbRun(entity, project, runId, baseUrl, newAlias);
    }

    /** The id that W&amp;B has the run under. */
    public String wandbId() {
        return alias == null ? runId : alias;
    }

    /** The page of the run: {@code <baseUrl>/<entity>/<project>/runs/<wandbId>}, each part percent-encoded. */
    public URI url() {
        return URI.create(projectUrl() + "/runs/" + segment(wandbId()));
    }

    /** The page where the project's runs are compared. */
    public URI workspaceUrl() {
        return URI.create(projectUrl() + "/workspace");
    }

    /** The run page's list of the artifacts that the run made and used. */
    public URI artifactsUrl() {
        return URI.create(url() + "/artifacts");
    }

    private String projectUrl() {
        return baseUrl + "/" + segment(entity) + "/" + segment(project);
    }

    /**
     * @throws IllegalArgumentException if the value could not be the id of a run
     */
    static void requireId(String value, String name) {
        if (!RUN_ID.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must be 1 to 128 characters of A-Z a-z 0-9 - _");
        }
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
