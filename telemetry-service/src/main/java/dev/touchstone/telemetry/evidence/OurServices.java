package dev.touchstone.telemetry.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import dev.touchstone.events.access.ServiceKeyFilter;
import dev.touchstone.events.artifacts.TrustedAddress;
import dev.touchstone.telemetry.evidence.Fetched.Away;
import dev.touchstone.telemetry.evidence.Fetched.File;
import dev.touchstone.telemetry.evidence.Fetched.Got;
import dev.touchstone.telemetry.evidence.Fetched.Unfit;
import dev.touchstone.telemetry.evidence.Plan.Source;

/**
 * Fetches files from the services that made them, as a service, and believes nothing about them but their digest. An
 * address from an event is asked only if it is one of our services'; no other ever gets the key, nor a request.
 */
@ApplicationScoped
class OurServices {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int CHUNK = 1 << 16;

    private final ServicesConfig services;
    private final EvidenceConfig config;
    private final ServiceKeyFilter serviceKey;
    /** No redirects: they could lead away from the services. */
    private final HttpClient client;

    OurServices(ServicesConfig services, EvidenceConfig config, ServiceKeyFilter serviceKey) {
        this.services = services;
        this.config = config;
        this.serviceKey = serviceKey;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    /** A file that an event points to. */
    Fetched<File> file(Source source, Path to) throws IOException, InterruptedException {
        return TrustedAddress.of(services.all(), source.url()).isEmpty()
                ? new Unfit<>("the address of " + source.path() + " is not one of our services'")
                : checked(fetch(source.url(), to), source.digest());
    }

    /** The cases of a suite, which sandbox-service keeps by their digest. */
    Fetched<File> suite(String digest, Path to) throws IOException, InterruptedException {
        return checked(fetch(URI.create(base(services.sandboxUrl()) + "/artifacts/" + digest), to), digest);
    }

    /** A submission's ledger, with all that others need to check it; the same file until there is another entry. */
    Fetched<File> ledger(UUID submissionId, Path to) throws IOException, InterruptedException {
        return fetch(URI.create(base(services.reviewUrl()) + "/review/ledger/" + submissionId
                + "/export?stable=true"), to);
    }

    private static String base(URI service) {
        return service.toString().replaceAll("/+$", "");
    }

    private static Fetched<File> checked(Fetched<File> fetched, String digest) throws IOException, InterruptedException {
        return fetched.then(file -> file.digest().equals(digest) ? new Got<>(file)
                : new Unfit<>("what is served is not what the digest names"));
    }

    private Fetched<File> fetch(URI address, Path to) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).header(HttpHeaders.AUTHORIZATION, serviceKey.authorization())
                .build();
        CompletableFuture<HttpResponse<Path>> exchange = client.sendAsync(request, answer -> body(answer, to));
        try {
            return read(exchange.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            return new Away<>("the service that has it took longer than " + config.timeout().toSeconds() + " s");
        } catch (ExecutionException failure) {
            return new Away<>("the service that has it cannot be reached");
        } finally {
            exchange.cancel(true);
        }
    }

    /** Only what is wanted comes to the disk. */
    private BodySubscriber<Path> body(ResponseInfo answer, Path to) {
        return answer.statusCode() == OK && !isTooLarge(answer.headers())
                ? BodyHandlers.limiting(BodyHandlers.ofFile(to), config.largest()).apply(answer)
                : BodySubscribers.replacing(to);
    }

    private boolean isTooLarge(java.net.http.HttpHeaders headers) {
        return headers.firstValueAsLong("Content-Length").orElse(0) > config.largest();
    }

    private Fetched<File> read(HttpResponse<Path> response) throws IOException {
        return switch (response.statusCode()) {
            case OK -> isTooLarge(response.headers()) ? new Unfit<>("it is larger than " + config.largest() + " bytes")
                    : new Got<>(new File(response.body(), digest(response.body()), Files.size(response.body())));
            case NOT_FOUND, GONE -> new Unfit<>("the service that made it has it no longer");
            default -> new Away<>("the service that has it answered " + response.statusCode());
        };
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
