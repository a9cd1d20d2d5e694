package dev.touchstone.review.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;

import jakarta.inject.Inject;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.review.artifacts.EchoServer;
import dev.touchstone.review.pages.Exhibits;
import dev.touchstone.review.pages.HostileTexts;
import dev.touchstone.review.pages.PageCatalog;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Hostile text where it could do most: in a browser, with script. */
@QuarkusTest
@ExtendWith(Chromium.class)
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
class HostileBrowserTest {

    @TestHTTPResource("/")
    URI service;

    @Inject
    Exhibits exhibits;

    @ParameterizedTest
    @CsvSource({ "en, false", "ja, true" })
    void nothingRunsAndNothingIsAskedForElsewhere(String language, boolean ended) {
        // Given
        PageCatalog.Exhibit review = exhibits.hostile(HostileTexts.markup(), ended);
        try (Visitor visitor = Visitor.of(service, Manner.DESK.in(language).at(Manner.NARROW))) {
            for (PageCatalog.Page page : PageCatalog.of(review)) {
                // When
                Page shown = visitor.open(page.path());
                // Then
                assertEquals(0, shown.locator("hostile-x, [onerror], [onload], [style], style, iframe, base").count(),
                        page.name());
                assertEquals(false, shown.evaluate("() => 'hostile' in window"), page.name());
                assertEquals(Manner.NARROW, shown.evaluate("() => document.documentElement.scrollWidth"), page.name());
            }
            assertEquals(java.util.List.of(), visitor.complaints());
        }
    }
}
