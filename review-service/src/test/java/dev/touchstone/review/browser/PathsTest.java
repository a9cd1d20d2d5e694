package dev.touchstone.review.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.JudgeDouble;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import dev.touchstone.review.artifacts.EchoServer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What people come for, in both languages, with script and without. */
@QuarkusTest
@ExtendWith(Chromium.class)
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeDouble.class, scope = TestResourceScope.GLOBAL)
class PathsTest {

    private static final int PATIENCE_MILLIS = 20_000;

    @TestHTTPResource("/")
    URI service;

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();

    @ParameterizedTest
    @CsvSource({ "en, true, Approved", "en, false, Approved", "ja, true, 承認", "ja, false, 承認" })
    void aReviewerSignsInFindsWhatWaitsAndDecides(String language, boolean script, String decided) {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).judgedManual().asked(1, Stage.JUDGE, "the jury left it open"));
        try (Visitor visitor = Visitor.of(service, Manner.DESK.as(null).in(language).withScript(script))) {
            // When
            Page page = visitor.open("/?q=" + review.id());
            page.fill("#key", TestKeys.REVIEWER);
            page.press("#key", "Enter");
            page.click("a.name[href^='/submissions/" + review.id() + "']");
            page.check("input[name=decision][value=approved]");
            page.fill("textarea[name=notes]", "looked at the transcripts");
            page.click("form[action$='/decision'] button.primary");
            page.click(".confirm button[value=confirm]");
            // Then
            talk.answer(review.id(), "human_decision");
            page.navigate(service.resolve("/submissions/" + review.id()).toString());
            assertThat(page.locator("main")).containsText(decided);
            assertThat(page.locator("main")).containsText("looked at the transcripts");
            assertEquals(List.of(), visitor.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({ "en, true", "ja, false" })
    void aReviewerAsksForAnotherModel(String language, boolean script) {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).judgedManual());
        try (Visitor visitor = Visitor.of(service, Manner.DESK.in(language).withScript(script))) {
            // When
            Page page = visitor.open("/submissions/" + review.id());
            page.click("#retry summary");
            page.selectOption("#stage", "judge");
            page.fill("#reason", "a second opinion");
            page.check("input[name=preset][value=own]");
            page.fill("#model", "judge-large");
            page.fill("#temperature", "0.5");
            page.click("form[action$='/retry'] button");
            page.click(".confirm button[value=confirm]");
            // Then
            RetryRequested asked = (RetryRequested) talk.answer(review.id(), "retry_requested").body();
            assertEquals("a second opinion", asked.reason());
            assertEquals(new LlmSettings(null, null, "judge-large", 0.5, null, null, null), asked.llmOverride());
            assertEquals(List.of(), visitor.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({ "true", "false" })
    void theLanguageIsSwitchedOnThePageAndStays(boolean script) {
        // Given
        talk.tell(review.judgedManual());
        try (Visitor visitor = Visitor.of(service, Manner.DESK.withScript(script))) {
            // When
            Page page = visitor.open("/submissions/" + review.id() + "/ledger");
            page.click("a[hreflang=ja]");
            // Then
            assertThat(page).hasURL(service.resolve("/submissions/" + review.id() + "/ledger").toString());
            assertThat(page.locator("html")).hasAttribute("lang", "ja");
            assertThat(page.locator("h1")).hasText("Trip planner");
            page.click(".tabs a[href$='/timeline']");
            assertThat(page.locator("html")).hasAttribute("lang", "ja");
        }
    }

    @ParameterizedTest
    @CsvSource({ "en", "ja" })
    void anOpenTimelineShowsWhatHappensByItself(String language) {
        // Given
        talk.tell(review.requested(Stage.PRECHECK, 1));
        try (Visitor visitor = Visitor.of(service, Manner.DESK.in(language))) {
            Page page = visitor.open("/submissions/" + review.id() + "/timeline");
            // When
            talk.tell(review.requested(Stage.SECURITY, 1).last());
            // Then
            assertThat(page.locator(".timeline > li")).hasCount(2,
                    new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS));
            assertEquals(List.of(), visitor.complaints());
        }
    }
}
