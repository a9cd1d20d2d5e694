package dev.touchstone.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1ConfigMapEnvSource;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1EnvFromSource;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1EnvVarSource;
import io.kubernetes.client.openapi.models.V1SecretKeySelector;
import io.kubernetes.client.openapi.models.V1Service;

class ConfigurationTest {

    /** Settings of the platform. Ours are looked up in the sources, these are not: a new one is entered here on purpose. */
    private static final Set<String> PLATFORM = Set.of("KAFKA_BOOTSTRAP_SERVERS", "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
            "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", "QUARKUS_SHUTDOWN_TIMEOUT", "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_REACTIVE_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");

    /** Settings of the platform for what stands behind the ingress. */
    private static final Set<String> BEHIND_INGRESS = Set.of("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING");

    /** Settings of the platform for whoever migrates as another role than it runs as. */
    private static final Set<String> OWNER = Set.of("QUARKUS_FLYWAY_USERNAME", "QUARKUS_FLYWAY_PASSWORD");

    /** A bootstrap key has a name of the operator's choice, so that its settings stand in no source. */
    private static final Set<String> FIRST_OPERATOR = Set.of("TOUCHSTONE_IDENTITY_BOOTSTRAP_OPERATOR_KEY",
            "TOUCHSTONE_IDENTITY_BOOTSTRAP_OPERATOR_ORGANIZATION", "TOUCHSTONE_IDENTITY_BOOTSTRAP_OPERATOR_NAME",
            "TOUCHSTONE_IDENTITY_BOOTSTRAP_OPERATOR_ROLES");

    /** Settings of a library that reads the environment itself. */
    private static final Set<String> LIBRARY = Set.of("DJL_CACHE_DIR", "DJL_OFFLINE");

    /** What all services have: the key by which they know one another, and their common settings. */
    private static final String SHARED = "touchstone";

    static Stream<V1Deployment> deployments() throws IOException {
        return Manifest.all(V1Deployment.class).stream();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyVariableIsASettingThatTheServiceKnows(V1Deployment deployment) throws IOException {
        // Given
        Set<String> known = Settings.of(name(deployment));

        // When
        Set<String> unknown = new TreeSet<>(variables(deployment));
        unknown.removeAll(PLATFORM);
        unknown.removeAll(BEHIND_INGRESS);
        unknown.removeAll(LIBRARY);
        unknown.removeAll(OWNER);
        if (name(deployment).equals("submission-service")) {
            unknown.removeAll(FIRST_OPERATOR);
        }
        unknown.removeAll(known);

        // Then
        assertEquals(Set.of(), unknown, "known to " + name(deployment) + ": " + known);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyServiceHasBrokerAndDatabase(V1Deployment deployment) throws IOException {
        assertTrue(variables(deployment).containsAll(PLATFORM), name(deployment));
    }

    /** Their defaults are for one machine; in a cluster each would point to the pod itself. */
    @ParameterizedTest
    @MethodSource("deployments")
    void noAddressOfAnotherServiceIsLeftToItsDefault(V1Deployment deployment) throws IOException {
        // When
        Set<String> left = Settings.of(name(deployment)).stream().filter(setting -> setting.startsWith("TOUCHSTONE_SERVICES_"))
                .collect(Collectors.toCollection(TreeSet::new));
        left.removeAll(variables(deployment));

        // Then
        assertEquals(Set.of(), left, name(deployment));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everySecretIsTheServicesOwnOrSharedByAllAndInTheReadme(V1Deployment deployment) throws IOException {
        // Given
        String readme = Files.readString(Path.of("README.md"));

        // When
        List<V1SecretKeySelector> secrets = Stream.ofNullable(container(deployment).getEnv()).flatMap(List::stream)
                .map(V1EnvVar::getValueFrom).filter(Objects::nonNull)
                .map(V1EnvVarSource::getSecretKeyRef).filter(Objects::nonNull).toList();

        // Then
        for (V1SecretKeySelector secret : secrets) {
            assertTrue(Set.of(name(deployment), SHARED).contains(secret.getName()), secret.getName());
            assertTrue(readme.contains("| `" + secret.getName() + "` | `" + secret.getKey() + "` |"),
                    secret.getName() + "/" + secret.getKey());
        }
    }

    @Test
    void everyAddressOfAServiceIsThatOfOne() throws IOException {
        // Given
        Set<String> addresses = Manifest.all(V1Service.class).stream()
                .map(service -> "http://" + service.getMetadata().getName() + ":"
                        + service.getSpec().getPorts().getFirst().getPort())
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> named = Manifest.all(V1ConfigMap.class).stream().flatMap(map -> map.getData().values().stream())
                .filter(value -> value.contains("-service")).collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertEquals(addresses, named);
    }

    @Test
    void aVariableForNoSettingWouldBeFound() throws IOException {
        // Given
        Set<String> known = Settings.of("sandbox-service");

        // Then
        assertTrue(known.contains("TOUCHSTONE_SECURITY_SAMPLING_SEED"), known.toString());
        assertTrue(known.contains("TOUCHSTONE_DELIVERY_PUBLIC_URL"), known.toString());
        assertTrue(!known.contains("TOUCHSTONE_SECURITY_SAMPLING_SEDE"), known.toString());
    }

    private static Set<String> variables(V1Deployment deployment) throws IOException {
        Map<String, V1ConfigMap> maps = Manifest.all(V1ConfigMap.class).stream()
                .collect(Collectors.toMap(map -> Objects.requireNonNull(map.getMetadata().getName()), Function.identity()));
        Set<String> names = new TreeSet<>();
        for (V1EnvFromSource source : Objects.requireNonNull(container(deployment).getEnvFrom())) {
            V1ConfigMapEnvSource map = Objects.requireNonNull(source.getConfigMapRef());
            names.addAll(Objects.requireNonNull(maps.get(map.getName()), "no ConfigMap " + map.getName()).getData().keySet());
        }
        Objects.requireNonNull(container(deployment).getEnv()).forEach(variable -> names.add(variable.getName()));
        return names;
    }

    private static String name(V1Deployment deployment) {
        return Objects.requireNonNull(deployment.getMetadata().getName());
    }

    private static V1Container container(V1Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
    }
}
