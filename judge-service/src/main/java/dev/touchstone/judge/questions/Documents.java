package dev.touchstone.judge.questions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.access.AccessConfig;
import dev.touchstone.events.access.ServiceKeyFilter;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.artifacts.TrustedAddress;
import dev.touchstone.judge.BoundedHttp;

/**
 * Fetches what other services keep, the accepted card and the findings of earlier stages, from those services only, and
 * believes the digest rather than the sender.
 */
@ApplicationScoped
public class Documents {

    private final BoundedHttp http;
    private final ServiceKeyFilter serviceKey;
    private final List<URI> keepers;

    Documents(BoundedHttp http, ServiceKeyFilter serviceKey, AccessConfig access, ServicesConfig services) {
        this.http = http;
        this.serviceKey = serviceKey;
        this.keepers = List.of(access.directoryUrl(), services.sandboxUrl());
    }

    /**
     * @throws KeeperUnavailable if the keeper does not answer now, which passes with time
     */
    public Document fetch(ArtifactRef document, BoundedHttp.Bounds bounds) throws InterruptedException {
        Optional<TrustedAddress> address = TrustedAddress.of(keepers, document.url());
        if (address.isEmpty()) {
            return new Document.Refused("cannot be had: its address is not that of a service which keeps such documents");
        }
        return document.size() > bounds.bytes() ? tooLarge(bounds) : fetch(document, address.get(), bounds);
    }

    private Document fetch(ArtifactRef document, TrustedAddress address, BoundedHttp.Bounds bounds)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.uri()).header("Authorization", serviceKey.authorization()).build();
        try {
            HttpResponse<Optional<byte[]>> response = http.send(request, bounds);
            return response.statusCode() == 200
                    ? response.body().map(content -> checked(content, document)).orElseGet(() -> tooLarge(bounds))
                    : refused(response.statusCode());
        } catch (IOException unreachable) {
            throw new KeeperUnavailable("the document's keeper cannot be reached", unreachable);
        }
    }

    private static Document checked(byte[] content, ArtifactRef document) {
        return Artifacts.digest(content).equals(document.digest()) ? new Document.Content(content)
                : new Document.Refused("is not the one that was accepted: its digest differs");
    }

    private static Document tooLarge(BoundedHttp.Bounds bounds) {
        return new Document.Refused("is larger than " + bounds.bytes() + " bytes");
    }

    private static Document refused(int status) {
        // A key that is not accepted is the installation's fault and says nothing about the document.
        if (status >= 500 || status == 401 || status == 403 || status == 408 || status == 429) {
            throw new KeeperUnavailable("the document's keeper answered " + status, null);
        }
        return new Document.Refused("cannot be had: its keeper answered " + status);
    }
}
