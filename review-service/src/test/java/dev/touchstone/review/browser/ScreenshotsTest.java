package dev.touchstone.review.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.review.JudgeDouble;
import dev.touchstone.review.artifacts.EchoServer;
import dev.touchstone.review.pages.Exhibits;
import dev.touchstone.review.pages.PageCatalog;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Pictures of every page for people to look at, in {@code target/screenshots}: what is ugly no rule tells. */
@QuarkusTest
@ExtendWith(Chromium.class)
@EnabledIfSystemProperty(named = "screenshots", matches = "true", disabledReason = "pictures are for people: -Dscreenshots=true")
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeDouble.class, scope = TestResourceScope.GLOBAL)
class ScreenshotsTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int PHONE = 390;

    @TestHTTPResource("/")
    URI service;

    @Inject
    Exhibits exhibits;

    @Test
    void everyPageHasItsPictureTaken() {
        for (int width : new int[] { Manner.WIDE, PHONE }) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Stream.of("en", "ja").forEach(language -> take(Manner.DESK.at(width).in(colours).in(language)));
            }
        }
    }

    private void take(Manner manner) {
        take(manner, "waiting", PageCatalog.of(exhibits.waiting()));
        take(manner, "published", PageCatalog.of(exhibits.published()));
        take(manner, "begun", PageCatalog.of(exhibits.begun()));
        take(manner, "other", PageCatalog.others());
    }

    private void take(Manner manner, String review, List<PageCatalog.Page> pages) {
        for (PageCatalog.Page page : pages) {
            try (Visitor visitor = Visitor.of(service, manner.as(page.key()))) {
                visitor.open(page.path()).screenshot(new Page.ScreenshotOptions().setFullPage(true)
                        .setPath(PICTURES.resolve(page.name() + "-" + review + "-" + manner + ".png")));
            }
        }
    }
}
