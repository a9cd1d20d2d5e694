package dev.touchstone.local.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a submitter can ask of the submission-service. Each of it may be asked again without doing it twice. */
public final class Submissions {

    private static final String PATH = "/api/v1/submissions";
    private static final int PAGE = 100;

    private final Target target;
    private final Courier courier;
    private final Deadline deadline;

    public Submissions(Target target, Deadline deadline, Pause pause) {
        this.target = target;
        this.courier = new Courier(target.key(), pause);
        this.deadline = deadline;
    }

    /** @param idempotencyKey what makes it safe to send the same again, also from another run of this program */
    public Answer submit(byte[] submission, String idempotencyKey) throws InterruptedException {
        // Quoted: the header is a structured field, and its value a string.
        return courier.send(post(PATH, submission).header("Idempotency-Key", '"' + idempotencyKey + '"'), deadline);
    }

    /** Whether it would be accepted. */
    public Answer validate(byte[] submission) throws InterruptedException {
        return courier.send(post(PATH + "?validate=true", submission), deadline);
    }

    public Answer progress(String id) throws InterruptedException {
        return courier.send(get(PATH + "/" + id + "/progress"), deadline);
    }

    public Answer cancel(String id, Optional<String> reason) throws InterruptedException {
        String query = reason.map(text -> "?reason=" + encode(text)).orElse("");
        return courier.send(HttpRequest.newBuilder(target.at(PATH + "/" + id + query)).header("Accept", "application/json")
                .DELETE(), deadline);
    }

    /** A page of what happened, the first where the cursor is empty. */
    Answer events(String id, String after) throws InterruptedException {
        String cursor = after.isEmpty() ? "" : "&after=" + encode(after);
        return courier.send(get(PATH + "/" + id + "/events?limit=" + PAGE + cursor), deadline);
    }

    /** What happens, as it happens: server-sent events after the one that is named, from the first if none is. */
    HttpResponse<InputStream> stream(String id, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.at(PATH + "/" + id + "/events"))
                .header("Accept", "text/event-stream").header("Cache-Control", "no-store");
        return courier.open(lastEventId.isEmpty() ? request : request.header("Last-Event-ID", lastEventId));
    }

    Deadline deadline() {
        return deadline;
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(target.at(path)).header("Accept", "application/json");
    }

    private HttpRequest.Builder post(String path, byte[] body) {
        return get(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
