package dev.touchstone.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.Samples;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class TopicsTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void theTestBrokerHasEveryTopicOfTheContract() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> topics = admin.listTopics().names().get();
            assertEquals(new TreeSet<>(Topics.ALL), new TreeSet<>(topics));
        }
    }

    @Test
    void everyKindHasOneNameAndEveryNameOneKind() {
        List<Class<?>> kinds = Stream.of(StageStatement.class, OwnerStatement.class, ReviewerStatement.class,
                RecordStatement.class).flatMap(speaker -> Stream.<Class<?>> of(speaker.getPermittedSubclasses())).toList();
        List<String> names = new java.util.ArrayList<>();
        EventKinds.names().forEach(names::add);
        assertEquals(kinds.size(), names.size());
        assertTrue(kinds.containsAll(names.stream().map(name -> EventKinds.named(name).orElseThrow()).toList()));
    }

    @Test
    void aHumanDecisionIsBelievedOnTheHumanTopicOnly() {
        // Given
        StageEvent decision = Samples.event(Samples.review(), Stage.HUMAN, 1, 1,
                new HumanDecision(Decision.APPROVED, null, "aiko", Stage.JUDGE));
        // Then
        assertTrue(Topics.mayState("stage-events.human", decision));
        assertFalse(Topics.mayState("stage-events.security", decision));
    }

    @Test
    void aKindOfANewerVersionIsBelievedWhereItCame() {
        // Given
        StageEvent newer = Samples.event(Samples.review(), Stage.SECURITY, 1, 1,
                new UnknownBody("shiny", JsonNodeFactory.instance.objectNode()));
        // Then
        assertTrue(Topics.mayState("stage-events.human", newer));
        assertEquals("stage-events.security", Topics.of(newer));
        assertTrue(Topics.mayState("stage-events.security",
                Samples.event(Samples.review(), Stage.SECURITY, 1, 1, new Started())));
    }
}
