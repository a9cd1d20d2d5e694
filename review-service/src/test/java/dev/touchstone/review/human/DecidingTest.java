package dev.touchstone.review.human;

import static dev.touchstone.review.KnownKeys.as;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.restassured.response.ValidatableResponse;

/** Decides as a reviewer does by JSON. */
abstract class DecidingTest {

    @Inject
    Talk talk;

    final Reviews review = new Reviews();

    ValidatableResponse decide(String decision, String key, @Nullable String notes) {
        Map<String, Object> body = new HashMap<>(Map.of("submissionId", review.id(), "decision", decision));
        if (notes != null) {
            body.put("notes", notes);
        }
        return as(key).contentType("application/json").body(body).post("/review/decision").then();
    }
}
