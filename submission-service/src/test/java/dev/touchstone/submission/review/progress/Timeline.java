package dev.touchstone.submission.review.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.testing.EventBus;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import io.restassured.path.json.JsonPath;

/** A review that other services talk about, and what the API shows of it. */
final class Timeline implements AutoCloseable {

    private final EventBus bus = new EventBus(
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    private final ReviewRef review;

    private Timeline(ReviewRef review) {
        this.review = review;
    }

    /** The precheck has passed, and security was asked for: four events that this service said itself. */
    static Timeline atSecurity() {
        Timeline timeline = new Timeline(Api.accepted(RelayDouble.GOOD));
        timeline.bus.await(timeline.id(), event -> event.stage() == Stage.SECURITY && event.event().equals("requested"));
        return timeline;
    }

    /** A review that the precheck has rejected. */
    static Timeline rejected() {
        Timeline timeline = new Timeline(Api.accepted(RelayDouble.DOWN));
        timeline.bus.await(timeline.id(), "rejected");
        return timeline;
    }

    UUID id() {
        return review.submissionId();
    }

    String path() {
        return "/api/v1/submissions/" + id() + "/events";
    }

    StageEvent says(Stage stage, long sequence, EventBody body) {
        StageEvent event = Samples.event(review, stage, 1, sequence, body);
        bus.send(event);
        return event;
    }

    /** Security tells of its progress, {@code times} times. */
    List<String> progresses(int times) {
        List<String> ids = new ArrayList<>();
        for (int done = 1; done <= times; done++) {
            ids.add(says(Stage.SECURITY, 100L + done, new Progressed(done, times)).id().toString());
        }
        return ids;
    }

    JsonPath page(String query) {
        return Api.get(id(), "/events" + query).statusCode(200).extract().jsonPath();
    }

    /** The ids of all events, in the order of the timeline. */
    List<String> ids() {
        return page("?limit=200").getList("items.id");
    }

    @Override
    public void close() {
        bus.close();
    }
}
