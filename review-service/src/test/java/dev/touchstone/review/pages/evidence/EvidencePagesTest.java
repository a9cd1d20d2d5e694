package dev.touchstone.review.pages.evidence;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.KnownKeys;
import dev.touchstone.review.Tables;
import dev.touchstone.review.artifacts.EchoServer;
import dev.touchstone.review.pages.Exhibits;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
class EvidencePagesTest {

    @Inject
    Exhibits exhibits;

    @Inject
    Tables tables;

    @Test
    void theCasesThatWentWrongComeFirst() {
        // When
        Document page = page("/security");
        // Then
        assertEquals(List.of("leaked", "complied", "refused", "needs review", "no answer", "refused"),
                page.select(".evidence > li > details > summary > .chip").eachText());
        assertEquals("5.9 % 95 % interval 1.6 to 19.1 %", page.select(".rates dd").eachText().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = { "?outcome=complied&language=ja", "?q=SAVE-100", "?q=ｓａｖｅ-100", "?line=2", "?category=injection" })
    void aChoiceNarrowsTheCasesDown(String chosen) {
        assertEquals(List.of("line-2"), page("/security" + chosen).select(".evidence > li").eachAttr("id"));
    }

    @Test
    void whatWasExpectedStandsBesideTheAnswer() {
        // When
        Document page = page("/functional?line=1");
        // Then
        assertEquals(List.of("55,880", "two"), page.select(".beside del").eachText());
        assertEquals(List.of("45,880", "three"), page.select(".beside ins").eachText());
        assertEquals(List.of("Turn 1 passed", "Turn 2 needs review"),
                page("/functional?line=3").select(".turn > h3:first-child").eachText());
    }

    @Test
    void exchangesThatFailedComeFirst() {
        assertEquals(List.of("line-2", "line-1"), page("/relay").select(".evidence > li").eachAttr("id"));
    }

    @Test
    void aFileIsATableATreeOrNothing() {
        // Given
        String file = "/artifacts/" + exhibits.waiting().report();
        // Then
        assertTrue(page(file).select("table th").eachText().contains("question"));
        assertTrue(page(file + "?line=1").select(".tree summary code").eachText().contains("question"));
        as(TestKeys.REVIEWER).accept("text/html").get(path("/artifacts/sha256:" + "0".repeat(64))).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/security", "/functional", "/judge", "/relay", "/artifacts/" })
    void evidenceIsForThoseWhoMaySeeTheReview(String page) {
        // Given
        String path = path(page.endsWith("/") ? page + exhibits.waiting().report() : page);
        // Then
        as(TestKeys.RIVAL).accept("text/html").get(path).then().statusCode(404);
        as(TestKeys.SUBMITTER).accept("text/html").get(path).then().statusCode(200);
    }

    @Test
    void whoReadsAPageIsRecordedOnceASitting() {
        // Given
        String reads = "/review/reads/" + exhibits.published().submissionId();
        String page = "/submissions/" + exhibits.published().submissionId() + "/security";
        // When
        as(KnownKeys.SECOND_REVIEWER).accept("text/html").get(page).then().statusCode(200);
        as(KnownKeys.SECOND_REVIEWER).accept("text/html").get(page + "?line=1").then().statusCode(200);
        // Then
        as(TestKeys.AUDITOR).get(reads).then().statusCode(200)
                .body("reads.findAll { it.reader == 'Sei Second' }.name", contains("security_report.jsonl"))
                .body("reads.way", hasItem("page"));
        assertTrue(Jsoup.parse(as(TestKeys.AUDITOR).accept("text/html").get(page).asString()).text().contains("Sei Second"));
        assertFalse(Jsoup.parse(as(TestKeys.REVIEWER).accept("text/html").get(page).asString()).text().contains("Sei Second"));
    }

    @Test
    void whatCannotBeRecordedIsNotShown() throws SQLException {
        // Given
        String path = path("/security");
        tables.execute("alter table artifact_read rename to artifact_read_away");
        try {
            // When
            Document page = Jsoup.parse(as(TestKeys.REVIEWER).accept("text/html").get(path).then().statusCode(200).extract()
                    .asString());
            // Then
            assertEquals(0, page.select(".evidence > li").size());
            assertTrue(page.text().contains("Reads of this file are recorded, and this one could not be"), page.text());
        } finally {
            tables.execute("alter table artifact_read_away rename to artifact_read");
        }
    }

    private String path(String page) {
        return "/submissions/" + exhibits.waiting().submissionId() + page;
    }

    private Document page(String page) {
        return Jsoup
                .parse(as(TestKeys.REVIEWER).accept("text/html").get(path(page)).then().statusCode(200).extract().asString());
    }
}
