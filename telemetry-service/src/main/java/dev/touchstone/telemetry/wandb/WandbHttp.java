package dev.touchstone.telemetry.wandb;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Wire.Outcome;
import dev.touchstone.telemetry.wandb.Wire.Outcome.Answered;

/**
 * Speaks to one W&amp;B server as one account. The credential goes below the base URL and nowhere else: redirects are not
 * followed, and uploads to addresses that are signed or elsewhere go without it. Synchronous: a call returns within the
 * time limit, body included, and with it whatever had to be asked to be allowed to make it; an upload goes on as long as it
 * moves. Safe for many threads.
 */
public final class WandbHttp {

    /** Statuses that stay the same however often one asks, in W&amp;B's own client. */
    public static final Set<Integer> LASTING = Set.of(400, 401, 403, 404, 409, 410, 413, 422, 501);

    private static final int UNAUTHORIZED = 401;
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Wire wire;
    private final BaseUrl base;
    private final Duration timeLimit;
    private final Authorizer authorizer;
    private final RateLimits limits = new RateLimits();
    private final Replies replies;
    private volatile WandbObserver observer = WandbObserver.NONE;

    /**
     * @param base of the API, as {@code https://api.wandb.ai}
     * @param timeLimit for one call with its answer
     * @param clock for dates in headers and the ends of access tokens
     */
    public WandbHttp(HttpClient client, URI base, Credential credential, Duration timeLimit, Clock clock) {
        this.wire = new Wire(client);
        this.base = BaseUrl.of(base);
        this.timeLimit = timeLimit;
        this.authorizer = switch (credential) {
            case ApiKey key -> new KeyAuthorizer(key);
            case IdentityToken identity -> new TokenAuthorizer(new TokenExchange(identity, this.base,
                    (name, request, bytes, limit) -> exchanged(name, request, bytes, Deadline.in(limit)::left),
                    new Backoff(SHORTEST_WAIT, LONGEST_WAIT, RandomGenerator.getDefault()), Thread::sleep), clock);
        };
        this.replies = new Replies(authorizer, limits, clock);
    }

    /** A client as this class wants it. */
    public static HttpClient newClient(Duration connectTimeout) {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** From now on the observer hears of every exchange, those for access tokens included. */
    public WandbHttp observedBy(WandbObserver newObserver) {
        observer = newObserver;
        return this;
    }

    /**
     * Posts JSON and gives the answer's body.
     *
     * @throws InterruptedException if the thread was asked to stop; the request may have taken effect
     */
    public Answer<String> post(Call call) throws InterruptedException {
        byte[] body = call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(base.below(call.path()))
                .header("Content-Type", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", WandbVersions.PRODUCER)
                .POST(BodyPublishers.ofByteArray(body));
        if (call.gzip()) {
            request.header("Content-Encoding", "gzip");
        }
        Deadline deadline = Deadline.in(timeLimit);
        limits.requested(call.quota());
        return authorized(request, new Sending(call.name(), body.length, deadline, deadline::left))
                .then(outcome -> replies.text(outcome, call));
    }

    /**
     * Puts a file where the server said that it belongs. Putting the same again stores the same again. A place that is no
     * longer good gives {@link Later}: ask the server for another one.
     *
     * @param url beginning with a slash (below the base, with the credential), or absolute (without)
     * @param headers as the server gave them, {@code Name:Value}
     * @param idleLimit after which an upload that does not move is given up, also how long its answer may take; one that
     *        moves may take as long as it likes
     * @throws InterruptedException if the thread was asked to stop; the file may have been stored
     */
    public Answer<Stored> put(String url, List<String> headers, Content content, Duration idleLimit)
            throws InterruptedException {
        Optional<HttpRequest.Builder> request = base.target(url).flatMap(target -> UploadHeaders.request(target, headers));
        if (request.isEmpty()) {
            return new Later<>(0, "W&B named no place for the file that can be used", Optional.empty());
        }
        try (Transfer transfer = new Transfer(content, idleLimit)) {
            HttpRequest.Builder put = request.get().header("User-Agent", WandbVersions.PRODUCER).PUT(transfer.body());
            Sending sending = new Sending("upload", content.size(), Deadline.in(timeLimit), transfer::left);
            // An absolute address is signed, also one below the base: storages refuse to be shown two credentials.
            boolean ours = url.startsWith("/") && base.covers(put.build().uri());
            Answer<Stored> answer = ours ? authorized(put, sending).then(replies::stored)
                    : replies.stored(exchanged(put, sending));
            return transfer.isUnreadable() && !(answer instanceof Accepted<Stored>)
                    ? new Later<>(0, "What is to be sent cannot be read", Optional.empty())
                    : answer;
        }
    }

    /**
     * What all tries of one call share.
     *
     * @param authorizing until when there must be a credential
     * @param left how long to wait for the answer, asked again when that time has passed
     */
    private record Sending(String name, long bytes, Deadline authorizing, Supplier<Duration> left) {
    }

    /** An access token may have been withdrawn before its time: then there is one more try with a new one. */
    private Answer<Outcome> authorized(HttpRequest.Builder request, Sending sending) throws InterruptedException {
        return authorizer.header(sending.authorizing()).then(header -> {
            Outcome outcome = exchanged(request.setHeader("Authorization", header), sending);
            if (outcome instanceof Answered answered && answered.status() == UNAUTHORIZED && authorizer.refused(header)) {
                return authorizer.header(sending.authorizing()).then(fresh -> Answer
                        .accepted(exchanged(request.setHeader("Authorization", fresh), sending)));
            }
            return Answer.accepted(outcome);
        });
    }

    private Outcome exchanged(HttpRequest.Builder request, Sending sending) throws InterruptedException {
        return exchanged(sending.name(), request.build(), sending.bytes(), sending.left());
    }

    private Outcome exchanged(String name, HttpRequest request, long bytes, Supplier<Duration> left)
            throws InterruptedException {
        long start = System.nanoTime();
        Outcome outcome = wire.send(request, left);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        observer.exchanged(switch (outcome) {
            case Answered answered -> new WandbObserver.Exchange(name, answered.status(), bytes, answered.bytes(), took);
            case Outcome.Away away -> new WandbObserver.Exchange(name, 0, bytes, 0, took);
            case Outcome.Untrusted untrusted -> new WandbObserver.Exchange(name, 0, bytes, 0, took);
        });
        return outcome;
    }
}
