package dev.touchstone.sandbox.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import dev.touchstone.sandbox.FailureCode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;

/**
 * Performs single exchanges with a vetted address. The connection goes to that address; the URL's host only goes into the
 * Host header, SNI and the check of the certificate. This is what java.net.http cannot do.
 */
@ApplicationScoped
class Exchanges {

    private static final Logger LOG = Logger.getLogger(Exchanges.class);
    private static final String USER_AGENT = "touchstone";
    private static final String JSON = "application/json";
    private static final String EVENTS_OR_JSON = "text/event-stream, application/json";
    /** In less than this no connection is made. */
    private static final Duration NO_TIME = Duration.ofMillis(5);

    private final HttpClient client;
    private final HostGates gates;
    private final Circuits circuits;
    private final EgressConfig config;

    @Inject
    Exchanges(Vertx vertx, HostGates gates, Circuits circuits, EgressConfig config) {
        this(vertx, gates, circuits, config, options(config));
    }

    Exchanges(Vertx vertx, HostGates gates, Circuits circuits, EgressConfig config, HttpClientOptions options) {
        this.client = vertx.httpClientBuilder().with(options)
                // The gates bound how many are open to a host; twice that, since a closed one leaves the pool a little later.
                // The builder overlooks the size that the client's options give.
                .with(new PoolOptions().setHttp1MaxSize(2 * config.hostConcurrency()))
                // Every fault of the peer is an outcome already; without a handler each would be logged as an error of ours.
                .withConnectHandler(connection -> connection.exceptionHandler(fault -> LOG.debugf("fault %s", fault)))
                .build();
        this.gates = gates;
        this.circuits = circuits;
        this.config = config;
    }

    static HttpClientOptions options(EgressConfig config) {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                // A connection serves one exchange: nothing that one answer leaves behind can reach the next.
                .setKeepAlive(false)
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setSslHandshakeTimeout(config.connectTimeout().toSeconds() + 1)
                .setMaxHeaderSize(config.maxHead())
                .setVerifyHost(true)
                // No trace context and no span for a stranger.
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    /** Waits for its turn at the host's gate, then sends if the host's circuit is closed. */
    Exchanged perform(WebUrl url, InetAddress address, Exchange.Order order) throws InterruptedException {
        // Without this a call whose time was up would be told that the host is busy.
        if (!order.deadline().leavesRoomFor(NO_TIME)) {
            return Exchanged.Lost.unsent(FailureCode.TIMEOUT, "no whole answer in the time allowed");
        }
        Optional<HostGates.Pass> turn = gates.enter(url.authority(), order.deadline());
        if (turn.isEmpty()) {
            return Exchanged.Lost.unsent(FailureCode.BUSY,
                    "too many requests to this host were under way, or it wants to be left alone");
        }
        try (HostGates.Pass pass = turn.get()) {
            return circuits.pass(url.authority(), () -> Exchange.perform(client, request(order, url, address), order));
        }
    }

    /** No call goes to this host and port for so long. */
    void leaveAlone(WebUrl url, Duration wait) {
        gates.holdBack(url.authority(), wait);
    }

    private RequestOptions request(Exchange.Order order, WebUrl url, InetAddress address) {
        Call call = order.call();
        RequestOptions options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
                .setHost(url.host()).setPort(url.port()).setSsl(url.tls())
                .setURI(url.target()).setMethod(call.isPost() ? HttpMethod.POST : HttpMethod.GET)
                .setFollowRedirects(false)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .putHeader(HttpHeaders.USER_AGENT, USER_AGENT)
                .putHeader(HttpHeaders.ACCEPT, order.events() == null ? JSON : EVENTS_OR_JSON)
                // A stream is read as it comes, so it must not come compressed.
                .putHeader(HttpHeaders.ACCEPT_ENCODING, order.events() == null ? "gzip" : "identity");
        if (call.isPost()) {
            options.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        }
        call.headers().forEach(options::putHeader);
        Credential credential = call.credential();
        if (credential != null) {
            options.putHeader(HttpHeaders.AUTHORIZATION, credential.authorization());
        }
        return options;
    }

    @PreDestroy
    void stop() {
        client.close();
    }
}
