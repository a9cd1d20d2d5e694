package dev.touchstone.local.wandb.runs;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.http.Request;

/** {@code POST /files/{entity}/{project}/{run}/file_stream}. */
public final class FileStream {

    private final Runs runs;

    public FileStream(Runs runs) {
        this.runs = runs;
    }

    public Answer answer(Request request) {
        if (!request.is("POST")) {
            return Answer.error(405, "the file stream is posted to").with("Allow", "POST");
        }
        RunKey key = new RunKey(request.segment(1), request.segment(2), request.segment(3));
        if (runs.isDeleted(key)) {
            return Answer.error(runs.behaviour().deletedStatus(), Runs.deletedMessage(key));
        }
        // A run is created by its upsert only: a client that forgot it should hear of it here.
        return runs.find(key)
                .map(run -> receive(run, request))
                .orElseGet(() -> Answer.error(404, "run " + key + " not found"));
    }

    private Answer receive(EmulatedRun run, Request request) {
        Reporter reporter = runs.violations().of(run.key().toString(), request.at());
        return FileStreamRequest.parse(request.body().text())
                .map(lines -> {
                    run.receive(lines, writer(request), reporter, request.at());
                    return accepted(run);
                })
                .orElseGet(() -> {
                    reporter.report(Rule.NOT_JSON, "file_stream", null, "the body is not a file stream request");
                    return Answer.error(400, "not a file stream request");
                });
    }

    /** The client's id in shared mode, where several write one run; else empty. */
    static String writer(Request request) {
        return request.header("x-wandb-use-async-filestream").equals("true") ? request.header("x-wandb-async-client-id") : "";
    }

    private static Answer accepted(EmulatedRun run) {
        var body = Json.object();
        body.putNull("exitcode");
        body.put("stopped", run.life().stopped());
        body.putObject("limits");
        return Answer.json(200, body);
    }
}
