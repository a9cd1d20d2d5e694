package dev.touchstone.submission.review.progress;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.touchstone.events.testing.Listener;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import io.restassured.response.ValidatableResponse;

/** What is answered to one more stream than there may be. */
public final class FullHouse {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private FullHouse() {
    }

    /** The answer to {@code late}, after each of these keys has opened a stream. */
    public static ValidatableResponse answers(String late, List<String> keys) {
        UUID id = Api.accepted(RelayDouble.GOOD).submissionId();
        String path = "/api/v1/submissions/" + id + "/events";
        List<Listener> open = new ArrayList<>();
        try {
            // Streams of tests before may not have noticed yet that their clients are gone.
            for (String key : keys) {
                await().atMost(PATIENCE).until(() -> {
                    Listener listener = Listener.as(key, path);
                    open.add(listener);
                    return listener.status() == 200;
                });
            }
            return Api.as(late).accept("text/event-stream").get(path).then();
        } finally {
            open.forEach(Listener::close);
        }
    }
}
