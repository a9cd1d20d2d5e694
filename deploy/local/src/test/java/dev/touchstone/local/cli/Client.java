package dev.touchstone.local.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.touchstone.local.client.ExitCode;
import dev.touchstone.local.client.ScriptedService;

/** Runs commands of the client as a user with a key does, without waiting. */
final class Client {

    static final String KEY = "ts_kept-" + "7".repeat(32);
    static final String ID = "0198c0de-0000-4000-8000-000000000001";
    static final String PROGRESS = "GET /api/v1/submissions/" + ID + "/progress";
    static final String STREAM = "STREAM /api/v1/submissions/" + ID + "/events";

    private final ScriptedService service;
    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    private boolean terminal;

    Client(ScriptedService service) {
        this.service = service;
    }

    /** A command of the program. */
    interface Command {
        ExitCode run(List<String> arguments, Surroundings surroundings)
                throws Usage, NothingRuns, IOException, InterruptedException;
    }

    /** What was seen of it. */
    record Ran(ExitCode code, String out, String notes) {
    }

    Client onTerminal() {
        terminal = true;
        return this;
    }

    /** How long the service or prudence asked to wait, in order. */
    List<Duration> waits() {
        synchronized (waits) {
            return List.copyOf(waits);
        }
    }

    Ran run(Command command, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", service.url()));
        return run(command, Map.of("TOUCHSTONE_API_KEY", KEY), all);
    }

    Ran run(Command command, Map<String, String> environment, List<String> arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        ExitCode code = command.run(arguments, new Surroundings(environment, new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(notes, true, StandardCharsets.UTF_8),
                terminal,
                waits::add));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), notes.toString(StandardCharsets.UTF_8));
    }

    static String progress(String state) {
        return progress(state, "");
    }

    static String progress(String state, String message) {
        return """
                {"submissionId":"%s","agentId":"trip-planner","revision":"1.4.0","state":"%s","terminal":%s,"round":1,
                 "statusReason":"because","trustScore":null,"verdict":null,
                 "stages":[{"stage":"precheck","status":"completed","attempt":1,"message":"Fine."},
                  {"stage":"security","status":"running","attempt":1,"done":12,"total":40,"message":"%s"},
                  {"stage":"functional","status":"pending","attempt":null}],
                 "wandbRun":{"url":"http://w.example/runs/1","state":"online"},
                 "links":{"review":"http://r.example/submissions/1"}}""".formatted(ID, state,
                List.of("published", "rejected", "cancelled").contains(state), message);
    }
}
