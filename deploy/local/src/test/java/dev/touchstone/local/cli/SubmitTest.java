package dev.touchstone.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.local.cli.Client.Ran;
import dev.touchstone.local.client.ExitCode;
import dev.touchstone.local.client.ScriptedService.Asked;
import dev.touchstone.local.client.ScriptedService.Reply;

class SubmitTest extends ClientTest {

    private static final String SUBMIT = "POST /api/v1/submissions";
    private static final Reply ACCEPTED = Reply.json(202, """
            {"submissionId":"%s","state":"in_review","revision":"1.4.0","warnings":["No operation mentions plan"],
             "links":{"review":"http://r.example/submissions/1"},"wandbRun":{"url":"http://w.example/runs/1"}}"""
            .formatted(Client.ID));
    private static final Reply INVALID = Reply.json(422,
            """
                    {"type":"urn:touchstone:problem:invalid-submission","status":422,"title":"The submission is not valid",
                     "violations":[{"pointer":"/agentId","detail":"is required"},{"pointer":"/cardDocument/skills","detail":"is empty"}]}""");

    @TempDir
    Path directory;

    @Test
    void sendsTheFileAsItIsWithTheKeyAndTellsWhereTheReviewIs() throws Exception {
        service.on(SUBMIT, ACCEPTED);

        Ran ran = client.run(Submit::submit, file("submission.json", "{\"agentId\": 1.50}"));

        Asked asked = service.asked(SUBMIT).getFirst();
        assertEquals("{\"agentId\": 1.50}", asked.body());
        assertEquals("Bearer " + Client.KEY, asked.headers().get("authorization"));
        assertEquals(ExitCode.DONE, ran.code());
        assertTrue(ran.out().startsWith("submitted: " + Client.ID + " "), ran.out());
        assertTrue(ran.out().contains("warning: No operation mentions plan"), ran.out());
        assertTrue(ran.out().contains("http://r.example/submissions/1") && ran.out().contains("http://w.example/runs/1"),
                ran.out());
    }

    @Test
    void triesAgainUnderTheSameKeyAndWaitsAsLongAsItIsAsked() throws Exception {
        service.on(SUBMIT, Reply.json(503, "{}").with("Retry-After", "7"), Reply.json(429, "{}").with("Retry-After", "3"),
                Reply.json(409, "{\"type\":\"urn:touchstone:problem:idempotency-key-in-use\"}"), ACCEPTED);

        Ran ran = client.run(Submit::submit, file("submission.json", "{}"));

        assertEquals(ExitCode.DONE, ran.code());
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(3), Duration.ofSeconds(2)), client.waits());
        assertEquals(4, service.asked(SUBMIT).size());
        assertEquals(1, keys().size(), keys().toString());
        assertTrue(keys().iterator().next().matches("\"[0-9a-f-]{36}\""), keys().toString());
    }

    @Test
    void theSameContentIsTheSameSubmissionUnlessAnotherKeyIsGiven() throws Exception {
        service.on(SUBMIT, ACCEPTED);
        client.run(Submit::submit, file("one.json", "{}"));
        client.run(Submit::submit, file("two.json", "{}"));
        assertEquals(1, keys().size());

        client.run(Submit::submit, file("one.json", "{}"), "--idempotency-key", "build 7");

        assertTrue(keys().contains("\"build 7\""), keys().toString());
    }

    @Test
    void doesNotWaitLongerThanItMay() throws Exception {
        service.on(SUBMIT, Reply.json(429, "{\"title\":\"Too many\"}").with("Retry-After", "600"));

        assertEquals(ExitCode.REFUSED, client.run(Submit::submit, file("a.json", "{}"), "--timeout", "60").code());

        assertEquals(List.of(), client.waits());
    }

    @Test
    void namesEveryViolation() throws Exception {
        service.on(SUBMIT, INVALID);

        Ran ran = client.run(Submit::submit, file("a.json", "{}"));

        assertEquals(ExitCode.REFUSED, ran.code());
        assertEquals("", ran.out());
        for (String part : List.of("refused (422): The submission is not valid", "/agentId  is required",
                "/cardDocument/skills  is empty", "urn:touchstone:problem:invalid-submission")) {
            assertTrue(ran.notes().contains(part), ran.notes());
        }
        assertEquals(1, service.asked(SUBMIT).size());
    }

    @Test
    void takesCardAndSignatureFromFilesOfTheirOwn() throws Exception {
        service.on(SUBMIT, ACCEPTED);

        client.run(Submit::submit, file("a.json", "{\"agentId\":\"a\"}"), "--card", file("card.json", "{\"price\":1.10}"),
                "--signature", file("signature.json", "{\"algorithm\":\"ed25519\"}"));

        assertEquals("{\"agentId\":\"a\",\"cardDocument\":{\"price\":1.10},\"signatureBundle\":{\"algorithm\":\"ed25519\"}}",
                service.asked(SUBMIT).getFirst().body());
    }

    @Test
    void aCardThatIsNoJsonIsNotSentAndNotRepeated() throws Exception {
        Usage refused = assertThrows(Usage.class, () -> client.run(Submit::submit, file("a.json", "{}"), "--card",
                file("card.json", "{\"secret\": tru")));

        assertTrue(String.valueOf(refused.getMessage()).contains("card.json is not JSON: line 1"), refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains("secret"));
    }

    @Test
    void withJsonThereIsOneDocumentWhateverHappens() throws Exception {
        service.on(SUBMIT, ACCEPTED).on(Client.PROGRESS, Reply.json(200, Client.progress("published")));
        assertEquals(Client.ID, json(client.run(Submit::submit, file("a.json", "{}"), "--json")).path("submissionId").asText());
        assertEquals("published",
                json(client.run(Submit::submit, file("a.json", "{}"), "--json", "--wait")).path("state").asText());

        service.on(SUBMIT, INVALID);
        assertEquals(2, json(client.run(Submit::submit, file("a.json", "{}"), "--json")).path("violations").size());

        service.close();
        assertEquals("urn:touchstone:problem:unreachable",
                json(client.run(Submit::submit, file("a.json", "{}"), "--json")).path("type").asText());
    }

    @Test
    void waitsForTheEndAndAddsItToTheSummary() throws Exception {
        service.on(SUBMIT, ACCEPTED).on(Client.PROGRESS, Reply.json(200, Client.progress("in_review")),
                Reply.json(200, Client.progress("rejected")));
        String summary = file("summary.md", "# Before\n");

        Ran ran = client.run(Submit::submit, file("a.json", "{}"), "--wait", "--summary", summary);

        assertEquals(ExitCode.REJECTED, ran.code());
        assertTrue(ran.out().contains("REJECTED  trip-planner 1.4.0"), ran.out());
        String markdown = Files.readString(Path.of(summary));
        assertTrue(markdown.startsWith("# Before\n## Touchstone: ") && markdown.contains("is rejected"), markdown);
    }

    @Test
    void leavesWhenAPersonMustDecideIfItShould() throws Exception {
        service.on(SUBMIT, ACCEPTED).on(Client.PROGRESS, Reply.json(200, Client.progress("awaiting_decision")));

        Ran ran = client.run(Submit::submit, file("a.json", "{}"), "--no-wait-for-decision");

        assertEquals(ExitCode.NEEDS_A_PERSON, ran.code());
        assertEquals(1, service.asked(Client.PROGRESS).size());
    }

    @Test
    void validatesWithoutSubmitting() throws Exception {
        service.on(SUBMIT, Reply.json(200, "{\"wouldBeAccepted\":true,\"warnings\":[\"No examples\"]}"), Reply.json(200, """
                {"wouldBeAccepted":false,"problems":[{"type":"urn:touchstone:problem:invalid-submission","status":422,
                 "title":"The submission is not valid","violations":[{"pointer":"/agentId","detail":"is required"}]}]}"""),
                Reply.json(200, "{}"));

        Ran valid = client.run(ReviewCommands::validate, file("a.json", "{}"));
        Ran invalid = client.run(ReviewCommands::validate, file("a.json", "{}"));
        Ran silent = client.run(ReviewCommands::validate, file("a.json", "{}"));

        assertEquals(List.of(ExitCode.DONE, ExitCode.REFUSED, ExitCode.UNREACHABLE),
                List.of(valid.code(), invalid.code(), silent.code()));
        assertTrue(valid.out().contains("warning: No examples"), valid.out());
        assertTrue(invalid.notes().contains("/agentId  is required"), invalid.notes());
        assertEquals("validate=true", service.asked(SUBMIT).getFirst().query());
    }

    @Test
    void theKeyIsInNoOutputEvenIfTheServiceRepeatsIt() throws Exception {
        String echo = "{\"title\":\"" + Client.KEY + "\",\"detail\":\"Bearer " + Client.KEY + "\",\"type\":\"" + Client.KEY
                + "\",\"violations\":[{\"pointer\":\"/" + Client.KEY + "\",\"detail\":\"" + Client.KEY + "\"}]}";
        service.on(SUBMIT, Reply.json(401, echo), Reply.json(422, echo), Reply.json(202, "{\"submissionId\":\"" + Client.KEY
                + "\",\"warnings\":[\"" + Client.KEY + "\"],\"links\":{\"review\":\"" + Client.KEY + "\"}}"));

        for (int i = 0; i < 3; i++) {
            for (String[] more : new String[][] { {}, { "--json" } }) {
                Ran ran = client.run(Submit::submit, arguments(file("a.json", "{}"), more));
                assertFalse((ran.out() + ran.notes()).contains(Client.KEY), ran.toString());
            }
        }
    }

    @Test
    void noKeyIsSentWhereNoneWasGivenForIt() throws Exception {
        List<String> arguments = List.of(file("a.json", "{}"), "--url", service.url(), "--data", directory.toString());

        assertThrows(Usage.class, () -> client.run(Submit::submit, Map.of(), arguments));
        assertThrows(NothingRuns.class, () -> client.run(Submit::submit, Map.of("TOUCHSTONE_API_KEY", Client.KEY),
                List.of(arguments.getFirst(), "--data", directory.toString())));
        Usage malformed = assertThrows(Usage.class,
                () -> client.run(Submit::submit, Map.of("TOUCHSTONE_API_KEY", "two words"), arguments));

        assertFalse(String.valueOf(malformed.getMessage()).contains("two words"));
        assertEquals(List.of(), service.asked());
    }

    private Set<String> keys() {
        return service.asked(SUBMIT).stream().map(asked -> String.valueOf(asked.headers().get("idempotency-key")))
                .collect(Collectors.toSet());
    }

    private static String[] arguments(String first, String... more) {
        String[] all = new String[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }

    private static JsonNode json(Ran ran) throws Exception {
        return new ObjectMapper().readTree(ran.out());
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
