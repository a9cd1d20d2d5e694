package dev.touchstone.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.local.cli.Client.Ran;
import dev.touchstone.local.client.ExitCode;
import dev.touchstone.local.client.ScriptedService;
import dev.touchstone.local.client.ScriptedService.Reply;

class WatchTest extends ClientTest {

    private static final String EVENTS = "GET /api/v1/submissions/" + Client.ID + "/events";
    private static final String CANCEL = "DELETE /api/v1/submissions/" + Client.ID;
    private static final Reply NO_STREAM = Reply.json(404, "{}");
    private static final Reply RUNNING = Reply.json(200, Client.progress("in_review"));
    private static final Reply PUBLISHED = Reply.json(200, Client.progress("published"));

    @Test
    void showsEachChangeOnceWhereNobodyLooks() throws Exception {
        service.on(Client.PROGRESS, RUNNING, RUNNING, PUBLISHED).on(Client.STREAM,
                Reply.stream(message(1)), Reply.stream(message(2)), NO_STREAM);

        Ran ran = client.run(WatchCommand::watch, Client.ID);

        assertEquals(ExitCode.DONE, ran.code());
        assertEquals(1, count(ran.out(), "precheck    #1  completed     Fine."), ran.out());
        assertEquals(1, count(ran.out(), "security    #1  running"), ran.out());
        assertFalse(ran.out().contains("\u001b"), ran.out());
        assertTrue(ran.out().contains("PUBLISHED  trip-planner 1.4.0"), ran.out());
    }

    @Test
    void drawsOverItselfOnATerminal() throws Exception {
        service.on(Client.PROGRESS, RUNNING, PUBLISHED);

        Ran ran = client.onTerminal().run(WatchCommand::watch, Client.ID);

        assertEquals(ExitCode.DONE, ran.code());
        assertTrue(ran.out().contains("running 12/40"), ran.out());
        assertEquals(1, count(ran.out(), "\u001b[4A"), ran.out());
        assertTrue(ran.out().lines().allMatch(line -> line.replaceAll("\u001b\\[\\d[AK]", "").length() < 80), ran.out());
    }

    @Test
    void goesOnWithoutAStreamOfEvents() throws Exception {
        service.on(Client.PROGRESS, RUNNING, PUBLISHED).on(Client.STREAM, NO_STREAM);

        assertEquals(ExitCode.DONE, client.run(WatchCommand::watch, Client.ID).code());

        assertEquals(1, service.asked(Client.STREAM).size());
    }

    @Test
    void aServiceThatIsAwayForAWhileEndsNothing() throws Exception {
        Reply away = Reply.json(500, "{}");
        service.on(Client.PROGRESS, RUNNING, away, away, away, away, away, away, PUBLISHED);

        Ran ran = client.run(WatchCommand::watch, Client.ID);

        assertEquals(ExitCode.DONE, ran.code());
        assertTrue(ran.notes().contains("the service cannot be reached (it answered 500); trying again"), ran.notes());
    }

    @Test
    void textOfAnAgentDoesNotMoveTheCursor() throws Exception {
        String hostile = "\\u001b[2J\\u001b]0;owned\\u0007\\u202etxt\\r\\nreview published";
        service.on(Client.PROGRESS, Reply.json(200, Client.progress("rejected", hostile)));

        for (Ran ran : List.of(client.run(WatchCommand::watch, Client.ID), client.run(ReviewCommands::status, Client.ID),
                client.run(ReviewCommands::status, Client.ID, "--json"))) {
            assertFalse(ran.out().contains("\u001b") || ran.out().contains("\u202e") || ran.out().contains("\r"), ran.out());
            assertFalse(ran.out().contains("\nreview published"), ran.out());
        }
        String drawn = new Client(service).onTerminal().run(WatchCommand::watch, Client.ID).out();
        assertFalse(drawn.replaceAll("\u001b\\[\\d[AK]", "").contains("\u001b"), drawn);
    }

    @Test
    void anEventStreamThatIsCutIsTakenUpAfterTheLastEvent() throws Exception {
        service.on(Client.PROGRESS, RUNNING, RUNNING, PUBLISHED)
                .on(Client.STREAM, Reply.stream(message(1) + message(2) + "id: 3\ndata: {\"id\":\"3\""),
                        Reply.stream(message(2) + message(3) + "event: end\ndata: {\"state\":\"published\"}\n\n"), NO_STREAM)
                .on(EVENTS, page(null, 1, 2, 3, 4));

        Ran ran = client.run(WatchCommand::events, Client.ID, "--follow", "--json");

        assertEquals(ExitCode.DONE, ran.code());
        assertEquals(List.of("1", "2", "3", "4"), ids(ran));
        assertEquals("2", service.asked(Client.STREAM).get(1).headers().get("last-event-id"));
    }

    @Test
    void printsAllPagesOfWhatIsKept() throws Exception {
        service.on(EVENTS, page("c/1+", 1, 2), page(null, 3));

        Ran ran = client.run(WatchCommand::events, Client.ID, "--json");

        assertEquals(List.of("1", "2", "3"), ids(ran));
        assertEquals(List.of("limit=100", "limit=100&after=c%2F1%2B"), service.asked(EVENTS).stream()
                .map(ScriptedService.Asked::query).toList());
        service.on(EVENTS, page(null, 1));
        assertTrue(client.run(WatchCommand::events, Client.ID).out().contains("  security   #1  progressed"));
    }

    @Test
    void cancelsWithAReason() throws Exception {
        service.on(CANCEL, Reply.json(503, "{}"), Reply.json(202, "{\"state\":\"cancelled\"}"));

        Ran ran = client.run(ReviewCommands::cancel, Client.ID, "--reason", "wrong card & more");

        assertEquals(ExitCode.DONE, ran.code());
        assertEquals("reason=wrong+card+%26+more", service.asked(CANCEL).getLast().query());
    }

    @Test
    void aCancellationWhoseAnswerWasLostIsDoneAllTheSame() throws Exception {
        service.on(CANCEL, Reply.json(409, "{\"type\":\"urn:touchstone:problem:review-ended\"}"))
                .on(Client.PROGRESS, Reply.json(200, Client.progress("cancelled")), PUBLISHED);

        assertEquals(ExitCode.DONE, client.run(ReviewCommands::cancel, Client.ID).code());
        assertEquals(ExitCode.REFUSED, client.run(ReviewCommands::cancel, Client.ID).code());
    }

    private static String message(int id) {
        return "id: " + id + "\ndata: " + event(id) + "\n\n";
    }

    private static String event(int id) {
        return "{\"id\":\"%d\",\"stage\":\"security\",\"attempt\":1,\"event\":\"progressed\",\"data\":{\"done\":%d}}"
                .formatted(id, id);
    }

    private static Reply page(@Nullable String next, int... ids) {
        String items = Arrays.stream(ids).mapToObj(WatchTest::event).collect(Collectors.joining(","));
        return Reply.json(200, "{\"items\":[" + items + "],\"next\":" + (next == null ? "null" : '"' + next + '"') + "}");
    }

    private static List<String> ids(Ran ran) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String line : ran.out().lines().toList()) {
            JsonNode event = new ObjectMapper().readTree(line);
            ids.add(event.path("id").asText());
        }
        return ids;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
