package dev.touchstone.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1HTTPGetAction;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;

class WorkloadsTest {

    private static final Map<String, Integer> PORTS = Map.of("submission-service", 8080, "sandbox-service", 8081,
            "judge-service",
            8082, "review-service", 8083, "telemetry-service", 8084);

    static Stream<V1Deployment> deployments() throws IOException {
        return Manifest.all(V1Deployment.class).stream();
    }

    @Test
    void everyServiceHasWhatItNeeds() throws IOException {
        for (var kind : List.of(V1Deployment.class, V1Service.class, V1ServiceAccount.class, V1PodDisruptionBudget.class)) {
            assertEquals(new TreeSet<>(PORTS.keySet()), names(Manifest.all(kind)), kind.getSimpleName());
        }
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyPodKeepsToTheRestrictedProfile(V1Deployment deployment) {
        V1PodSpec pod = pod(deployment);
        V1SecurityContext context = there(container(deployment).getSecurityContext());

        assertEquals(true, there(pod.getSecurityContext()).getRunAsNonRoot());
        assertEquals("RuntimeDefault", there(there(pod.getSecurityContext()).getSeccompProfile()).getType());
        assertEquals(false, context.getAllowPrivilegeEscalation());
        assertEquals(true, context.getReadOnlyRootFilesystem());
        assertEquals(List.of("ALL"), there(context.getCapabilities()).getDrop());
        assertEquals(false, pod.getAutomountServiceAccountToken());
        assertEquals(name(deployment), pod.getServiceAccountName());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyContainerIsProbedAtItsOwnPort(V1Deployment deployment) {
        V1Container container = container(deployment);

        int port = there(PORTS.get(name(deployment)));
        assertEquals(Map.of("http", port, "management", port + 1000), there(container.getPorts()).stream()
                .collect(Collectors.toMap(V1ContainerPort::getName, V1ContainerPort::getContainerPort)));
        assertEquals("management /q/health/started", probed(container.getStartupProbe()));
        assertEquals("management /q/health/live", probed(container.getLivenessProbe()));
        assertEquals("management /q/health/ready", probed(container.getReadinessProbe()));
        assertTrue(there(there(container.getResources()).getLimits()).containsKey("memory"));
        assertTrue(there(there(container.getResources()).getRequests()).keySet().containsAll(Set.of("cpu", "memory")));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void replicasAreSpreadOverNodes(V1Deployment deployment) {
        int replicas = there(there(deployment.getSpec()).getReplicas());

        assertTrue(replicas == 1 || !there(pod(deployment).getTopologySpreadConstraints()).isEmpty(), name(deployment));
    }

    @Test
    void everySelectorMeetsPodsThatThereAre() throws IOException {
        // Given
        List<Map<String, String>> pods = deployments()
                .map(deployment -> there(there(there(deployment.getSpec()).getTemplate().getMetadata()).getLabels())).toList();

        // When
        List<String> meetingNone = Manifest.all().stream()
                .flatMap(manifest -> Selectors.in(manifest.json())
                        .filter(selector -> pods.stream().noneMatch(pod -> pod.entrySet().containsAll(selector.entrySet())))
                        .map(selector -> manifest.file() + " " + selector))
                .toList();

        // Then
        assertEquals(List.of(), meetingNone);
    }

    @Test
    void onlySandboxAndTelemetryReachOut() throws IOException {
        // When
        Map<String, String> reaching = Manifest.all(V1NetworkPolicy.class).stream()
                .filter(WorkloadsTest::reachesOut)
                .collect(Collectors.toMap(WorkloadsTest::name, WorkloadsTest::selected));

        // Then
        assertEquals(Map.of("sandbox-to-internet", "sandbox-service", "telemetry-to-wandb", "telemetry-service"), reaching);
    }

    /** No service says its health and metrics to anybody but the node and those who observe. */
    @Test
    void onlyObservabilityReachesTheManagementPorts() throws IOException {
        // When
        Set<String> open = Manifest.all(V1NetworkPolicy.class).stream()
                .filter(policy -> Stream.ofNullable(there(policy.getSpec()).getIngress()).flatMap(List::stream)
                        .flatMap(rule -> Stream.ofNullable(rule.getPorts()).flatMap(List::stream))
                        .anyMatch(port -> there(port.getPort()).getStrValue().equals("management")))
                .map(WorkloadsTest::name).collect(Collectors.toSet());

        // Then
        assertEquals(Set.of("from-observability"), open);
        assertTrue(Manifest.all(V1Service.class).stream().flatMap(service -> service.getSpec().getPorts().stream())
                .allMatch(port -> "http".equals(port.getName())));
    }

    @Test
    void nothingIsOpenThatNoPolicyOpens() throws IOException {
        // When
        V1NetworkPolicy denied = Manifest.all(V1NetworkPolicy.class).stream()
                .filter(policy -> name(policy).equals("default-deny")).findFirst().orElseThrow();

        // Then
        assertEquals(List.of("Ingress", "Egress"), there(denied.getSpec()).getPolicyTypes());
        assertEquals("", selected(denied));
    }

    /** A rule without a selector of ours reaches everything, whether it names addresses or no target at all. */
    private static boolean reachesOut(V1NetworkPolicy policy) {
        var rules = there(policy.getSpec()).getEgress();
        return rules != null && rules.stream().anyMatch(rule -> rule.getTo() == null || rule.getTo().isEmpty()
                || rule.getTo().stream().anyMatch(peer -> peer.getIpBlock() != null));
    }

    private static String selected(V1NetworkPolicy policy) {
        var selector = there(policy.getSpec()).getPodSelector();
        Map<String, String> labels = selector == null ? null : selector.getMatchLabels();
        return labels == null || labels.isEmpty() ? "" : labels.getOrDefault("app.kubernetes.io/name", "all");
    }

    private static Set<String> names(List<? extends KubernetesObject> objects) {
        return objects.stream().map(WorkloadsTest::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(KubernetesObject object) {
        return there(there(object.getMetadata()).getName());
    }

    private static V1PodSpec pod(V1Deployment deployment) {
        return there(there(there(deployment.getSpec()).getTemplate()).getSpec());
    }

    private static V1Container container(V1Deployment deployment) {
        return pod(deployment).getContainers().getFirst();
    }

    private static String probed(@Nullable V1Probe probe) {
        V1HTTPGetAction get = there(there(probe).getHttpGet());
        return get.getPort().getStrValue() + " " + get.getPath();
    }

    private static <T> T there(@Nullable T value) {
        assertNotNull(value);
        return Objects.requireNonNull(value);
    }
}
