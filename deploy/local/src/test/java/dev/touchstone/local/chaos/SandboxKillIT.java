package dev.touchstone.local.chaos;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.events.Actor;
import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.Origin;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Position;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.WandbRun;

/**
 * A sandbox that is killed with -9 when 37 of 160 cases are stored asks none of them again; counted where it cannot be argued
 * away, at the agent.
 */
@EnabledIfSystemProperty(named = "touchstone.measure", matches = "true", disabledReason = "OutagesIT kills a sandbox every time")
class SandboxKillIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CASES = 160;
    private static final int KILLED_AT = 37;
    private static final int SIDE_BY_SIDE = 8;
    private static final String STORED = """
            select item, result from job_checkpoint join job on job.id = job_id
            where submission_id = ? and item <> 'started' and item not like 'spent/%'""";

    @Test
    void noCaseIsAskedAgainThatWasStored() throws Exception {
        try (CountingAgent agent = new CountingAgent(Duration.ofMillis(100));
                SandboxBench bench = new SandboxBench(Map.of("TOUCHSTONE_EGRESS_ALLOWED_HOSTS", agent.authority(),
                        "TOUCHSTONE_SECURITY_CASE_COUNT", Integer.toString(CASES), "TOUCHSTONE_DELIVERY_LEASE", "3S"))) {
            // Given
            StageEvent request = requested(agent.target());
            UUID submission = request.submissionId();
            bench.send(request);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5))
                    .until(() -> bench.query(STORED, submission).size() >= KILLED_AT);
            // When
            bench.replica().killAndStartAgain();
            List<String> before = agent.asked();
            Set<String> stored = bench.query(STORED, submission).keySet();
            await().atMost(PATIENCE).until(() -> bench
                    .query("select stage, state from job where submission_id = ? and state = 'done'", submission).size() == 1);
            // Then
            List<String> after = agent.asked().subList(before.size(), agent.asked().size());
            List<Case> cases = cases(bench, submission);
            assertEquals(CASES, cases.size());
            List<String> twice = cases.stream().filter(each -> each.begunIn(before) + each.begunIn(after) > 1).map(Case::id)
                    .toList();
            System.out.printf("killed with %d cases stored; begun after it %d; begun twice %d: %s%n", stored.size(),
                    cases.stream().filter(each -> each.begunIn(after) > 0).count(), twice.size(), twice);
            assertEquals(List.of(), cases.stream().filter(each -> stored.contains(each.id()))
                    .filter(each -> each.begunIn(after) > 0).map(Case::id).toList());
            assertEquals(List.of(), cases.stream().filter(each -> each.begunIn(before) + each.begunIn(after) == 0).map(Case::id)
                    .toList());
            assertTrue(twice.size() < 2 * SIDE_BY_SIDE, twice.toString());
            assertTrue(bench.ask("POST", path(request) + "/replay").startsWith("{\"same\":true"));
        }
    }

    /** One case of the sample, recognised by its first prompt, which may begin with a note and hold a secret. */
    private record Case(String id, Pattern begin) {

        static Case of(JsonNode test) {
            String first = test.path("turns").path(0).asText();
            String words = Arrays.stream(first.split(Pattern.quote("{{canary}}"), -1)).map(Pattern::quote)
                    .collect(Collectors.joining(".+"));
            return new Case(test.path("id").asText(), Pattern.compile(".*" + words, Pattern.DOTALL));
        }

        long begunIn(List<String> prompts) {
            return prompts.stream().filter(prompt -> begin.matcher(prompt).matches()).count();
        }
    }

    private static List<Case> cases(SandboxBench bench, UUID submission) throws Exception {
        String files = bench.query("select stage, files from attempt where submission_id = ?", submission).get("security");
        List<Case> cases = new ArrayList<>();
        for (JsonNode file : JSON.readTree(files)) {
            if (file.path("name").asText().equals("security_transcript.jsonl")) {
                String transcript = bench.ask("GET", "/artifacts/" + file.path("digest").asText());
                for (String line : transcript.lines().skip(1).toList()) {
                    cases.add(Case.of(JSON.readTree(line).path("case")));
                }
            }
        }
        return cases;
    }

    private static String path(StageEvent request) {
        return "/attempts/" + request.submissionId() + "/" + request.review().workflowRunId() + "/security/1";
    }

    private static StageEvent requested(AgentTarget agent) {
        ReviewRef review = new ReviewRef(UUID.randomUUID(), UUID.randomUUID(), "tabi", "r1",
                new WandbRun("acme", "reviews", "run-1", URI.create("http://127.0.0.1:9")));
        Origin origin = new Origin(UUID.randomUUID(), URI.create("/touchstone/test"), Instant.now(), Actor.service("test"),
                null);
        Requested body = new Requested("accepted", agent, new ReviewContext("acme", null, null, null, "policy-1"), null, null);
        return new StageEvent(origin, review, new Position(Stage.SECURITY, 1, 1), body, Evidence.none());
    }
}
