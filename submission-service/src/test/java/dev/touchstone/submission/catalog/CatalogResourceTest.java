package dev.touchstone.submission.catalog;

import static dev.touchstone.events.testing.TestKeys.MAKERS;
import static dev.touchstone.events.testing.TestKeys.RIVALS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cursor;
import dev.touchstone.submission.ServiceTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;

@ServiceTest
class CatalogResourceTest {

    private static final Logger LOG = Logger.getLogger(CatalogResourceTest.class);

    /** Ten thousand revisions that were published long ago, as from a catalog that has grown. */
    private static final List<String> GROWN = List.of("""
            insert into submission (id, organization_id, request_digest, agent_id, revision, wandb_base_url, wandb_entity,
                                    wandb_project, wandb_run_id, dossier, acceptance, created_at)
            select gen_random_uuid(), 'unclaimed', '', 'grown-' || n, 'r1', '', '', '', 'grown-' || n, '{}', '{}',
                   timestamptz '2020-01-01' + n * interval '1 minute' from generate_series(1, 10000) n""", """
            insert into catalog_entry (agent_id, revision, organization_id, submission_id, display_name, trust_score,
                                       status_reason, wandb_url, published_at, standing)
            select agent_id, revision, organization_id, id, 'Grown ' || md5(agent_id),
                   nullif(abs(hashtext(agent_id)) % 81, 80), '', 'https://wandb.example', created_at, 'current'
            from submission where agent_id like 'grown-%'""", "analyze submission", "analyze catalog_entry");

    @Inject
    PublishedAgents published;

    @Inject
    Pool pool;

    /** In every name of this test's revisions, and in no other. */
    private String mark = "";

    @BeforeEach
    void publish() {
        mark = "m" + UUID.randomUUID().toString().replace("-", "");
        published.publish(MAKERS, PublishedAgents.agent(), "r1", "beta " + mark, 90.5);
        published.publish(RIVALS, PublishedAgents.agent(), "r1", "Alpha " + mark, null);
        published.publish(MAKERS, PublishedAgents.agent(), "r1", "100%_delta " + mark, 80.0);
        published.publish(MAKERS, PublishedAgents.agent(), "r1", "gamma " + mark, 90.5);
    }

    @ParameterizedTest
    @CsvSource({ "published,gamma;100%_delta;Alpha;beta", "name,100%_delta;Alpha;beta;gamma" })
    void itIsReadInAnyOrder(String sort, String names) {
        assertEquals(List.of(names.split(";")), walk("sort=" + sort));
    }

    @Test
    void theBestComeFirstAndWhatHasNoScoreLast() {
        // When
        List<String> names = walk("sort=score");
        // Then
        assertEquals(List.of("100%_delta", "Alpha"), names.subList(2, 4));
        assertEquals(List.of("beta", "gamma"), names.subList(0, 2).stream().sorted().toList());
    }

    @Test
    void allIsSaidOfARevision() {
        catalog("q=alpha%20" + mark).body("items", hasSize(1))
                .body("items[0].organizationId", equalTo(RIVALS)).body("items[0].standing", equalTo("current"))
                .body("items[0].trustScore", nullValue()).body("items[0].wandbUrl", startsWith("https://wandb.example/e/p/"))
                .body("items[0].statusReason", equalTo("Approved by policy: good"));
    }

    @Test
    void wildcardsAreText() {
        catalog("q=100%25_").body("items.displayName", everyItem(startsWith("100%_delta")));
        catalog("q=1%25%25_delta").body("items", empty());
    }

    @Test
    void aLeastScoreLeavesOutWhatHasNone() {
        catalog("sort=score&minScore=90.5&q=" + mark).body("items.trustScore", contains(90.5f, 90.5f));
        catalog("minScore=0&q=" + mark).body("items", hasSize(3));
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit=0", "limit=201", "limit=x", "limit=-1", "sort=age", "minScore=101", "minScore=NaN",
            "minScore=x", "standing=gone", "after=%25", "after=bm90aGluZw" })
    void whatCannotBeUnderstoodIsRefused(String query) {
        Api.asSubmitter().urlEncodingEnabled(false).get("/api/v1/catalog?" + query).then().statusCode(400)
                .body("type", equalTo("urn:touchstone:problem:malformed-parameter"));
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        // Given
        String other = Cursor.of("name", "a", "a", "r1");
        String foreign = Cursor.of("published", "yesterday", "a", "r1");
        // Then
        Api.asSubmitter().get("/api/v1/catalog?sort=published&after=" + other).then().statusCode(400);
        Api.asSubmitter().get("/api/v1/catalog?sort=published&after=" + foreign).then().statusCode(400);
    }

    @Test
    void aGrownCatalogIsReadByItsIndexes() {
        // Given
        GROWN.forEach(statement -> pool.query(statement).executeAndAwait());
        for (String sort : List.of("published", "name", "score")) {
            // When
            List<Long> millis = new ArrayList<>();
            String next = "";
            for (int page = 0; page < 20; page++) {
                long begun = System.nanoTime();
                next = "&after=" + Api.asSubmitter().urlEncodingEnabled(false)
                        .get("/api/v1/catalog?limit=200&sort=" + sort + next).then().statusCode(200).extract().path("next");
                millis.add((System.nanoTime() - begun) / 1_000_000);
            }
            LOG.infof("catalog of 10,000 by %s, pages of 200: %s ms", sort, millis);
        }
        // Then
        assertReadByIndex("order by published_at desc, agent_id, revision");
        assertReadByIndex("order by lower(display_name), agent_id, revision");
        assertReadByIndex("order by trust_score desc nulls last, agent_id, revision");
    }

    private void assertReadByIndex(String order) {
        StringBuilder plan = new StringBuilder();
        pool.query("explain select * from catalog_entry " + order + " limit 51").executeAndAwait()
                .forEach(row -> plan.append(row.getString(0)).append('\n'));
        assertFalse(plan.toString().contains("Sort"), plan::toString);
    }

    /** Page by page, one row each: the beginnings of the names. */
    private List<String> walk(String query) {
        List<String> names = new ArrayList<>();
        String next = "";
        while (next != null) {
            ValidatableResponse page = catalog(query + "&limit=1&q=" + mark + (next.isEmpty() ? "" : "&after=" + next));
            List<String> found = page.extract().path("items.displayName");
            found.forEach(name -> names.add(name.replace(" " + mark, "")));
            next = page.extract().path("next");
        }
        return names;
    }

    private static ValidatableResponse catalog(String query) {
        return Api.asSubmitter().urlEncodingEnabled(false).get("/api/v1/catalog?" + query).then().statusCode(200);
    }
}
