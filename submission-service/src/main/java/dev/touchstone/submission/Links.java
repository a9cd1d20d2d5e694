package dev.touchstone.submission;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** The places that belong to a submission, as absolute URLs that clients and people can reach. */
@ApplicationScoped
public class Links {

    private final String here;
    private final String review;

    Links(ServicesConfig services) {
        this.here = withoutTrailingSlash(services.apiUrl());
        this.review = withoutTrailingSlash(services.reviewUrl());
    }

    public URI self(UUID submissionId) {
        return URI.create(here + "/api/v1/submissions/" + submissionId);
    }

    public URI catalog() {
        return URI.create(here + "/api/v1/catalog");
    }

    public Map<String, URI> of(Dossier dossier) {
        UUID submissionId = dossier.review().submissionId();
        Map<String, URI> links = new LinkedHashMap<>();
        links.put("self", self(submissionId));
        links.put("progress", URI.create(self(submissionId) + "/progress"));
        links.put("review", URI.create(review + "/submissions/" + submissionId));
        for (String below : List.of("events", "context", "card", "rounds")) {
            links.put(below, URI.create(self(submissionId) + "/" + below));
        }
        return links;
    }

    private static String withoutTrailingSlash(URI uri) {
        return uri.toString().replaceAll("/+$", "");
    }
}
