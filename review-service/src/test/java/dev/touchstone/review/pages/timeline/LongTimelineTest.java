package dev.touchstone.review.pages.timeline;

import static dev.touchstone.review.KnownKeys.as;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Tables;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** How long the pages of a timeline of 10,000 events take. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@EnabledIfSystemProperty(named = "touchstone.measure", matches = "true", disabledReason = "a measurement, made by hand")
class LongTimelineTest {

    private static final Logger LOG = Logger.getLogger(LongTimelineTest.class);
    private static final int ASKED = 30;

    @Inject
    Talk talk;

    @Inject
    Tables tables;

    private final Reviews review = new Reviews();

    @Test
    void pagesOfTenThousandEventsAreFast() throws SQLException {
        // Given
        talk.tell(review.requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1, new Progressed(1, 10_000)));
        tables.execute("""
                insert into timeline (event_id, submission_id, workflow_run_id, sequence, occurred_at, stage, kind, severity,
                                      search, event)
                select made.id, submission_id, workflow_run_id, sequence + made.number, occurred_at, stage, kind, severity,
                       search, replace(event, event_id::text, made.id::text)
                from timeline, lateral (select gen_random_uuid() id, number from generate_series(1, 10000) number) made
                where event_id = '%s'""".formatted(review.last().id()));
        String page = "/submissions/" + review.id() + "/timeline";
        for (String path : new String[] { page, page + "?q=progressed", page + "?stage=security&severity=info",
                "/review/events/" + review.id() + "?limit=100", "/review/events/" + review.id() }) {
            // When
            double[] millis = IntStream.range(0, ASKED).mapToDouble(i -> millis(path)).sorted().toArray();
            // Then
            LOG.infof("%s median=%.0f ms p95=%.0f ms", path, millis[ASKED / 2], millis[ASKED * 95 / 100]);
            assertTrue(millis[ASKED / 2] < 1_000, () -> path + " " + Arrays.toString(millis));
        }
    }

    private static double millis(String path) {
        long begun = System.nanoTime();
        as(TestKeys.REVIEWER).get(path).then().statusCode(200);
        return (System.nanoTime() - begun) / 1e6;
    }
}
