package dev.touchstone.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.local.client.ExitCode;
import dev.touchstone.local.client.ScriptedService.Reply;

/** Jobs are gated by these numbers. */
class ExitCodesTest extends ClientTest {

    @TempDir
    Path directory;

    @Test
    void theNumbersAreWhatTheyAlwaysWere() {
        assertEquals(
                "[0 DONE, 1 REJECTED, 2 USAGE, 3 REFUSED, 4 NEEDS_A_PERSON, 5 CANCELLED, 6 NOT_ENDED, 7 UNREACHABLE, 8 FAULT]",
                Arrays.stream(ExitCode.values()).map(code -> code.number() + " " + code).toList().toString());
    }

    @ParameterizedTest
    @CsvSource({ "published, 0", "rejected, 1", "cancelled, 5", "awaiting_decision, 4", "in_review, 6", "pondering, 6" })
    void aStateIsAnExitCodeHoweverItIsSeen(String state, int code) throws Exception {
        service.on(Client.PROGRESS, Reply.json(200, Client.progress(state)))
                .on("POST /api/v1/submissions", Reply.json(202, "{\"submissionId\":\"" + Client.ID + "\"}"));

        assertEquals(code, client.run(ReviewCommands::status, Client.ID).code().number());
        assertEquals(code, client.run(WatchCommand::watch, Client.ID, "--timeout", "1").code().number());
        assertEquals(code, client.run(Submit::submit, submission(), "--wait", "--timeout", "1").code().number());
    }

    @Test
    void aRefusalIsNoRejection() throws Exception {
        service.on(Client.PROGRESS, Reply.json(404, "{\"title\":\"There is no such submission\"}"));

        for (Client.Command command : List.<Client.Command> of(ReviewCommands::status, WatchCommand::watch,
                WatchCommand::events, ReviewCommands::cancel)) {
            assertEquals(ExitCode.REFUSED, client.run(command, Client.ID).code());
        }
    }

    @Test
    void whereNobodyListensTheServiceIsUnreachable() throws Exception {
        service.close();

        for (Client.Command command : List.<Client.Command> of(ReviewCommands::status, WatchCommand::watch,
                WatchCommand::events, ReviewCommands::cancel)) {
            assertEquals(ExitCode.UNREACHABLE, client.run(command, Client.ID).code());
        }
        assertEquals(ExitCode.UNREACHABLE, client.run(Submit::submit, submission()).code());
        assertEquals(ExitCode.UNREACHABLE, client.run(ReviewCommands::validate, submission()).code());
    }

    @Test
    void somethingElseThatAnswersIsNotTheService() throws Exception {
        service.on(Client.PROGRESS, new Reply(200, "text/html", "<h1>Welcome</h1>", Map.of()));
        assertEquals(ExitCode.UNREACHABLE, client.run(ReviewCommands::status, Client.ID).code());

        service.on(Client.PROGRESS, Reply.json(302, "").with("Location", "https://elsewhere.example/"));
        assertEquals(ExitCode.UNREACHABLE, client.run(ReviewCommands::status, Client.ID).code());
    }

    @Test
    void whatCannotBeUnderstoodIsAskedOfNobody() {
        assertThrows(Usage.class, () -> client.run(ReviewCommands::status, "../secrets"));
        assertThrows(Usage.class, () -> client.run(WatchCommand::watch));
        assertThrows(Usage.class, () -> client.run(WatchCommand::watch, Client.ID, "--fast"));
        assertThrows(Usage.class, () -> client.run(Submit::submit, submission(), "--timeout", "soon"));
        assertThrows(Usage.class, () -> client.run(Submit::submit, submission(), "--idempotency-key", "a\"b"));
        assertEquals(List.of(), service.asked());
    }

    private String submission() throws Exception {
        return Files.writeString(directory.resolve("submission.json"), "{\"agentId\":\"trip-planner\"}").toString();
    }
}
