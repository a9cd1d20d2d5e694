package dev.touchstone.submission.catalog;

import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.inject.spi.CDI;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** How each refusal of a rollback is provoked, by the last part of its type. */
public final class BaselineRefusals {

    public static final Map<String, Supplier<ValidatableResponse>> ALL = Map.of(
            "already-baseline", () -> rollBack("r1"),
            "never-a-baseline", () -> rollBack("r2"));

    private BaselineRefusals() {
    }

    /** Of an agent that has published r1 only. */
    private static ValidatableResponse rollBack(String revision) {
        String agent = Api.agentId();
        CDI.current().select(PublishedAgents.class).get().publish(TestKeys.MAKERS, agent, "r1", "Trip planner", 90.0);
        return Api.as(TestKeys.OPERATOR).contentType(ContentType.JSON)
                .body("{\"revision\": \"" + revision + "\", \"reason\": \"r1 was better\"}")
                .post("/api/v1/agents/" + agent + "/baselines/rollback").then();
    }
}
