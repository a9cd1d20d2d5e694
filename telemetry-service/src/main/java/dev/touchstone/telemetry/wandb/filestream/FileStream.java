package dev.touchstone.telemetry.wandb.filestream;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Call;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ExtendedJson.NotJson;
import dev.touchstone.telemetry.wandb.WandbHttp;
import dev.touchstone.telemetry.wandb.api.GraphQl;

/** The endpoint to which lines, heartbeats and the end of a run go. Synchronous. */
public final class FileStream {

    private final WandbHttp http;
    private final boolean gzip;

    public FileStream(WandbHttp http) {
        this(http, false);
    }

    private FileStream(WandbHttp http, boolean gzip) {
        this.http = http;
        this.gzip = gzip;
    }

    /** The same, which packs what it sends. Only for a server that has said that it can unpack it. */
    public FileStream gzipped(boolean offered) {
        return new FileStream(http, offered);
    }

    /**
     * What the server said to lines that it took. What it says of {@code limits} is left unread: the official client
     * does not obey it any more, and a number from there must not make a heartbeat come too late for a run that lives.
     *
     * @param stopped somebody pressed stop on the run's page
     * @param exitCode what the server has the run's end for; empty while it goes on
     */
    public record Feedback(boolean stopped, OptionalInt exitCode) {

        static final Feedback NONE = new Feedback(false, OptionalInt.empty());
    }

    /** Sending the same request twice is the same as once: lines have numbers. */
    public Answer<Feedback> send(String entity, String project, String runId, FileStreamRequest request)
            throws InterruptedException {
        String path = "/files/" + segment(entity) + "/" + segment(project) + "/" + segment(runId) + "/file_stream";
        return http.post(new Call("file_stream", path, request.toJson(), gzip, WandbHttp.LASTING))
                .then(FileStream::feedback);
    }

    /**
     * An accepting status with a page in place of an answer is a proxy's, and the lines may never have come to W&amp;B.
     * Nothing is lost by sending them again. A body that is empty says nothing else.
     */
    private static Answer<Feedback> feedback(String body) {
        if (body.isBlank()) {
            return Answer.accepted(Feedback.NONE);
        }
        try {
            JsonNode answer = ExtendedJson.read(body);
            JsonNode exitCode = answer.path("exitcode");
            return Answer.accepted(new Feedback(answer.path("stopped").asBoolean(false),
                    exitCode.isInt() ? OptionalInt.of(exitCode.asInt()) : OptionalInt.empty()));
        } catch (NotJson page) {
            return GraphQl.unexpected("lines of a run");
        }
    }

    private static String segment(String value) {
        // URLEncoder writes form data, where a blank is '+'; in a path it is %20.
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
