package dev.touchstone.embedded;

import java.util.Map;

import org.jboss.logging.Logger;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives a service's tests a real broker and a real PostgreSQL, started once for all test classes of the JVM.
 * {@code -Dinfra=docker} insists on containers, {@code -Dinfra=embedded} on none; {@code auto}, the default, takes
 * containers where an engine answers.
 */
public class InfraResource implements QuarkusTestResourceLifecycleManager {

    private static final Logger LOG = Logger.getLogger(InfraResource.class);

    @Override
    public Map<String, String> start() {
        Infra infra = Infra.shared();
        LOG.infof("tests use a broker and a PostgreSQL that are %s", infra.kind());
        return Map.of(
                "kafka.bootstrap.servers", infra.bootstrapServers(),
                "quarkus.datasource.jdbc.url", infra.jdbcUrl(),
                "quarkus.datasource.reactive.url", infra.jdbcUrl().replaceFirst("^jdbc:", ""),
                "quarkus.datasource.username", infra.user(),
                "quarkus.datasource.password", infra.password());
    }

    /** Nothing: the next test class wants them again, and the JVM's end stops them. */
    @Override
    public void stop() {
        LOG.debug("the broker and PostgreSQL stay until the JVM ends");
    }
}
