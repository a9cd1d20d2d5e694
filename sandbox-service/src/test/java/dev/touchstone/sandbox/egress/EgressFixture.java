package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/** The guarded way out as a test needs it: one private host allowed by name, names from memory, short waits. */
public final class EgressFixture implements AutoCloseable {

    /** The name that is allowed although it leads to loopback. */
    public static final String AGENT = "agent.test";

    private final Vertx vertx = Vertx.vertx();
    private final FixedResolver resolver = new FixedResolver().with(AGENT, "127.0.0.1");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EgressConfig config;
    private final Egress egress;

    /**
     * @param settings below {@code touchstone.egress}
     */
    public EgressFixture(Map<String, String> settings) {
        this(settings, options -> options);
    }

    EgressFixture(Map<String, String> settings, UnaryOperator<HttpClientOptions> customised) {
        config = config(settings);
        Exchanges exchanges = new Exchanges(vertx, new HostGates(config), new Circuits(config, meters), config,
                customised.apply(Exchanges.options(config)));
        egress = new Egress(new Vetting(resolver, config), exchanges, new Retries(config, Clock.systemUTC()), config, meters);
    }

    static EgressConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("allowed-hosts", AGENT, "probe-timeout", "5S", "connect-timeout", "1S",
                "retry-wait", "0.01S", "longest-retry-wait", "2S", "host-rate", "1000"));
        all.putAll(settings);
        Map<String, String> prefixed = new HashMap<>();
        all.forEach((name, value) -> prefixed.put("touchstone.egress." + name, value));
        return new SmallRyeConfigBuilder().withMapping(EgressConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(prefixed, "test", 100)).build().getConfigMapping(EgressConfig.class);
    }

    public Egress egress() {
        return egress;
    }

    FixedResolver resolver() {
        return resolver;
    }

    Fetched send(Call call) throws InterruptedException {
        return egress.send(call, egress.probeDeadline());
    }

    static void assertAnswered(int status, String text, Fetched fetched) {
        Fetched.Response response = assertInstanceOf(Fetched.Response.class, fetched);
        assertEquals(status, response.status());
        assertEquals(text, response.text());
    }

    double calls(String outcome) {
        return meters.counter("touchstone.egress.calls", "outcome", outcome).count();
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
