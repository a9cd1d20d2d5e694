package dev.touchstone.telemetry.wandb.filestream;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ExtendedJson.NotJson;
import dev.touchstone.telemetry.wandb.WandbHttp;

/** The endpoint to which history, summary, heartbeats and the end of a run go. Synchronous. */
public final class FileStream {

    private final WandbHttp http;

    public FileStream(WandbHttp http) {
        this.http = http;
    }

    /**
     * What the server said to lines that it took.
     *
     * @param stopped somebody pressed stop on the run's page
     */
    public record Feedback(boolean stopped) {
    }

    /** Sending the same request twice is the same as once: lines have numbers. */
    public Answer<Feedback> send(String entity, String project, String runId, FileStreamRequest request)
            throws InterruptedException {
        String path = "/files/" + segment(entity) + "/" + segment(project) + "/" + segment(runId) + "/file_stream";
        return http.post(path, request.toJson(), WandbHttp.LASTING).then(FileStream::feedback);
    }

    /** An accepting status counts; a body that is not JSON takes nothing back. */
    private static Answer<Feedback> feedback(String body) {
        try {
            return Answer.accepted(new Feedback(ExtendedJson.read(body).path("stopped").asBoolean(false)));
        } catch (NotJson other) {
            return Answer.accepted(new Feedback(false));
        }
    }

    private static String segment(String value) {
        // URLEncoder writes form data, where a blank is '+'; in a path it is %20.
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
