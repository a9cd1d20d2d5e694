package dev.touchstone.judge.jury.gold;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.judge.JudgeWorld;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeWorld.class, scope = TestResourceScope.GLOBAL)
class CalibrationsResourceTest {

    @Inject
    Pool pool;

    @Test
    void anOperatorCalibratesTheRubricAndAnAuditorReadsWhatItCameTo() {
        // When
        Response begun = post("{\"jurors\":[\"rubric\"]}").then().statusCode(202).extract().response();
        // Then
        JsonPath ended = ended(begun.header("Location"));
        assertEquals("completed", ended.getString("state"));
        assertEquals("Oto Operator", ended.getString("startedBy"));
        assertEquals(GoldSet.builtIn().id().digest(), ended.getString("result.goldSet.digest"));
        assertEquals(List.of("rubric"), ended.getList("result.jurors.juror"));
        assertEquals(137, ended.getInt("result.jurors[0].measured.overall.votes"));
        assertNull(ended.get("result.jurors[0].tokens.input"));
        assertTrue(ended.getString("result.method.promptsDigest").startsWith("sha256:"));
        assertNull(TestKeys.as(TestKeys.AUDITOR).get("/calibrations").jsonPath().get("[0].result"));
    }

    @Test
    void oneRunsAtATime() {
        // Given
        CalibrationLock running = CalibrationLock.tryAcquire(pool).orElseThrow();
        try {
            // When
            Response refused = post("");
            // Then
            assertEquals(409, refused.statusCode());
            assertEquals("urn:touchstone:problem:calibration-running", refused.jsonPath().getString("type"));
        } finally {
            running.release();
        }
    }

    @Test
    void whatWasKilledInTheMiddleHasFailedAndTheNextMayBegin() {
        // Given
        UUID killed = UUID.randomUUID();
        pool.preparedQuery("insert into calibration (id, wish, started_by, started_at) values ($1, '{}', 'Ada', now())")
                .execute(Tuple.of(killed)).await().indefinitely();
        // When
        JsonPath seen = TestKeys.as(TestKeys.AUDITOR).get("/calibrations/" + killed).jsonPath();
        ended(post("{\"jurors\":[\"rubric\"]}").then().statusCode(202).extract().header("Location"));
        // Then
        assertEquals("failed", seen.getString("state"));
        assertEquals(Calibrations.GONE, seen.getString("reason"));
        JsonPath later = TestKeys.as(TestKeys.AUDITOR).get("/calibrations/" + killed).jsonPath();
        assertEquals(Calibrations.GONE, later.getString("reason"));
        assertTrue(later.getString("endedAt") != null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{\"jurors\":[\"nobody\"]} | /jurors", "{\"jurors\":\"rubric\"} | /jurors",
            "{\"llmJudge\":{\"temperature\":3}} | /llmJudge/temperature", "{\"everybody\":true} | ''" })
    void aWishThatCannotBeFulfilledIsRefusedWithItsPlace(String body, String pointer) {
        // When
        Response refused = post(body);
        // Then
        assertEquals(422, refused.statusCode());
        assertEquals(List.of(pointer), refused.jsonPath().getList("violations.pointer"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "{", "null" })
    void whatIsNoObjectIsMalformed(String body) {
        assertEquals(400, post(body).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.SUBMITTER, TestKeys.REVIEWER, TestKeys.AUDITOR, TestKeys.SERVICE })
    void nobodyButAnOperatorBeginsOne(String key) {
        assertEquals(403, TestKeys.as(key).post("/calibrations").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.SUBMITTER, TestKeys.REVIEWER, TestKeys.SERVICE })
    void nobodyButOperatorsAndAuditorsReadsThem(String key) {
        assertEquals(403, TestKeys.as(key).get("/calibrations").statusCode());
    }

    @Test
    void whatIsNotKnownIsNotFound() {
        assertEquals(404, TestKeys.as(TestKeys.OPERATOR).get("/calibrations/" + UUID.randomUUID()).statusCode());
        assertEquals(404, TestKeys.as(TestKeys.OPERATOR).get("/calibrations/none").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = { "update calibration set started_by = 'nobody'", "delete from calibration_end",
            "truncate calibration_end" })
    void theDatabaseRefusesToChangeWhatWasMeasured(String sql) {
        assertThrows(RuntimeException.class, () -> pool.query(sql).execute().await().indefinitely());
    }

    private static Response post(String body) {
        return TestKeys.as(TestKeys.OPERATOR).contentType("application/json").body(body).post("/calibrations");
    }

    private static JsonPath ended(String location) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !state(location).equals("running"));
        return TestKeys.as(TestKeys.AUDITOR).get(location).jsonPath();
    }

    private static String state(String location) {
        return TestKeys.as(TestKeys.AUDITOR).get(location).jsonPath().getString("state");
    }
}
