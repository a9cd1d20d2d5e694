package dev.touchstone.review.pages.agents;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class AgentPageTest {

    @Inject
    Talk talk;

    private final String agent = "<b>planner</b>/" + UUID.randomUUID();

    private Reviews reviewOf(String revision) {
        ReviewRef sample = Samples.review();
        return new Reviews(new ReviewRef(UUID.randomUUID(), UUID.randomUUID(), agent, revision, sample.wandbRun()));
    }

    @Test
    void revisionsAreListedDrawnAndComparedAndTheWallStands() {
        // Given
        Reviews first = reviewOf("r1").passed(Stage.SECURITY, 1, 0.5);
        talk.tell(first);
        Reviews third = reviewOf("r2").passed(Stage.PRECHECK, 1, 1).passed(Stage.SECURITY, 1, 0.9).judgedManual();
        talk.tell(third);
        // When
        var page = as(TestKeys.SUBMITTER).get("/agents/{agent}?left=r1&right=r2", agent).then();
        // Then
        page.statusCode(200)
                .body(containsString("/submissions/" + first.id()), containsString("/submissions/" + third.id()),
                        containsString("1 figures got better and 0 got worse"), containsString("better (+0.4)"),
                        containsString("Not known now"), containsString("<svg"), not(containsString("<b>planner")));
        as(TestKeys.RIVAL).get("/agents/{agent}", agent).then().statusCode(404);
        as(TestKeys.RIVAL).get("/review/agents/{agent}", agent).then().statusCode(404);
        as(TestKeys.REVIEWER).get("/review/agents/{agent}?left=r1&right=r2", agent).then().statusCode(200)
                .body("reviews.revision.sort()", equalTo(List.of("r1", "r2"))).body("baselineKnown", equalTo(false))
                .body("comparison.rows.find { it.kind == 'stage_score' && it.stage == 'security' }.change", equalTo("better"));
    }

    @Test
    void oneRevisionHasNothingToCompareItWith() {
        // Given
        talk.tell(reviewOf("r1").passed(Stage.SECURITY, 1, 0.5));
        // When
        var page = as(TestKeys.REVIEWER).header("Accept-Language", "ja").get("/agents/{agent}", agent).then();
        // Then
        page.statusCode(200).body(containsString("比較できるリビジョンが 2 つありません。"));
    }
}
