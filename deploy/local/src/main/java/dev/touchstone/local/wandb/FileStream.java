package dev.touchstone.local.wandb;

/** {@code POST /files/{entity}/{project}/{run}/file_stream}. */
final class FileStream {

    private final Runs runs;

    FileStream(Runs runs) {
        this.runs = runs;
    }

    Answer answer(Request request) {
        if (!request.is("POST")) {
            return Answer.error(405, "the file stream is posted to").with("Allow", "POST");
        }
        RunKey key = new RunKey(request.segment(1), request.segment(2), request.segment(3));
        if (runs.isDeleted(key)) {
            return Answer.error(409, "run " + key + " was previously created and deleted; try a new run name");
        }
        // A run is created by its upsert only: a client that forgot it should hear of it here.
        return runs.find(key)
                .map(run -> receive(run, request))
                .orElseGet(() -> Answer.error(404, "run " + key + " not found"));
    }

    private Answer receive(EmulatedRun run, Request request) {
        return FileStreamRequest.parse(request.body().text())
                .map(lines -> {
                    run.receive(lines, writer(request), runs.settings().clock().instant());
                    return accepted(run);
                })
                .orElseGet(() -> Answer.error(400, "not a file stream request"));
    }

    private static String writer(Request request) {
        return request.header("x-wandb-use-async-filestream").equals("true") ? request.header("x-wandb-async-client-id") : "";
    }

    private static Answer accepted(EmulatedRun run) {
        var body = Json.object();
        body.putNull("exitcode");
        body.put("stopped", run.stopped());
        body.putObject("limits");
        return Answer.json(200, body);
    }
}
