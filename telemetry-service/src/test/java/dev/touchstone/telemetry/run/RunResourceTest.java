package dev.touchstone.telemetry.run;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RunResourceTest extends ServiceTest {

    @Test
    void listsTheNewestRuns() {
        // Given
        ReviewRef review = Samples.review();

        // When
        bus.send(Samples.requested(review, Stage.PRECHECK));

        // Then
        eventually().untilAsserted(() -> TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs?limit=200").then().statusCode(200)
                .body("submissionId", hasItem(review.submissionId().toString())));
    }

    @Test
    void saysThatThereIsNoSuchRun() {
        TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + UUID.randomUUID()).then().statusCode(404)
                .contentType("application/problem+json").body("status", equalTo(404));
    }

    @Test
    void refusesAListThatIsTooLong() {
        TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs?limit=201").then().statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void countsWhatWaits() {
        eventually().untilAsserted(() -> given().get(management("metrics")).then().statusCode(200)
                .body(containsString("touchstone_wandb_rows_waiting"))
                .body(containsString("touchstone_wandb_oldest_unsent_seconds"))
                .body(containsString("touchstone_wandb_runs{state=\"catching-up\"")));
    }

    @Test
    void aSubmitterIsToldOfItsRunElsewhere() {
        TestKeys.as(TestKeys.SUBMITTER).get("/telemetry/runs").then().statusCode(403);
    }
}
