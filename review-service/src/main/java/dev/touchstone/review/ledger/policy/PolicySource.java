package dev.touchstone.review.ledger.policy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.access.ServiceKeyFilter;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.artifacts.ServicesConfig;
import dev.touchstone.review.ledger.PolicyActivation;

/** Asks submission-service which policies were put in force. Blocks: for virtual threads. */
@ApplicationScoped
class PolicySource {

    private static final int OK = 200;
    private static final int PAGE = 100;
    private static final int LARGEST = 1 << 20;
    /** Somebody who activates policies all day for a year has not as many. */
    private static final int MOST_PAGES = 1_000;

    private final URI address;
    private final ServiceKeyFilter serviceKey;
    private final Duration timeout;
    /** No redirects: they could lead the key away from the services. */
    private final HttpClient client;

    PolicySource(ServicesConfig services, ServiceKeyFilter serviceKey, PolicyConfig config) {
        this.address = URI
                .create(services.submissionUrl().toString().replaceAll("/+$", "") + "/api/v1/policies/activations?limit="
                        + PAGE);
        this.serviceKey = serviceKey;
        this.timeout = config.timeout();
        this.client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(timeout).build();
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    /**
     * All activations after this one, the oldest first.
     *
     * @throws IOException if they cannot be had, or not all of them; then none is known, since their order would not be
     */
    List<PolicyActivation> after(long number) throws IOException, InterruptedException {
        List<PolicyActivation> found = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = ask(cursor);
            for (JsonNode item : answer.path("items")) {
                found.add(activation(item));
            }
            boolean reached = found.stream().anyMatch(activation -> activation.number() <= number);
            if (reached || !answer.path("next").isTextual()) {
                return found.stream().filter(activation -> activation.number() > number)
                        .sorted(Comparator.comparingLong(PolicyActivation::number)).toList();
            }
            cursor = "&after=" + URLEncoder.encode(answer.path("next").textValue(), StandardCharsets.UTF_8);
        }
        throw new IOException("the list has no end");
    }

    private JsonNode ask(String cursor) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + cursor)).timeout(timeout)
                .header(HttpHeaders.AUTHORIZATION, serviceKey.authorization()).build();
        var asked = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> answer = asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != OK) {
                throw new IOException("it answered " + answer.statusCode());
            }
            return EventJson.mapper().readTree(answer.body());
        } catch (ExecutionException | TimeoutException away) {
            throw new IOException("it does not answer", away);
        } finally {
            asked.cancel(true);
        }
    }

    private static PolicyActivation activation(JsonNode item) throws IOException {
        try {
            if (item.path("number").isIntegralNumber() && item.path("number").longValue() > 0) {
                return new PolicyActivation(item.path("number").longValue(), text(item, "version"), text(item, "reason"),
                        text(item, "activatedBy"), Instant.parse(text(item, "activatedAt")));
            }
        } catch (DateTimeParseException malformed) {
            throw new IOException("it names no time", malformed);
        }
        throw new IOException("it names no number");
    }

    private static String text(JsonNode item, String name) throws IOException {
        if (!item.path(name).isTextual()) {
            throw new IOException("it names no " + name);
        }
        return item.path(name).textValue();
    }
}
