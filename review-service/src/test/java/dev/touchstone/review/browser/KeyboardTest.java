package dev.touchstone.review.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Page;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.review.artifacts.EchoServer;
import dev.touchstone.review.pages.Exhibits;
import dev.touchstone.review.pages.PageCatalog;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages by keyboard alone. */
@QuarkusTest
@ExtendWith(Chromium.class)
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
class KeyboardTest {

    /** Where the focus is in the order of the document, and whether it can be seen; -1 where it has left the page. */
    private static final String FOCUS = """
            () => {
              const at = document.activeElement;
              const style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0
                  && box.right > 0 && box.bottom > 0;
              return at === document.body ? [-1, '', true] : [[...document.querySelectorAll('*')].indexOf(at),
                  at.outerHTML.slice(0, 120), seen];
            }""";
    private static final int MOST_STOPS = 150;

    @TestHTTPResource("/")
    URI service;

    @Inject
    Exhibits exhibits;

    @Test
    void theFocusIsSeenAndFollowsThePageAndIsNeverTrapped() {
        for (PageCatalog.Page page : Stream.of(PageCatalog.of(exhibits.waiting()), PageCatalog.others()).flatMap(List::stream)
                .toList()) {
            try (Visitor visitor = Visitor.of(service, Manner.DESK.as(page.key()))) {
                Page shown = visitor.open(page.path());
                shown.evaluate("() => document.activeElement.blur()");
                // When
                List<Integer> stops = new ArrayList<>();
                List<String> unseen = new ArrayList<>();
                for (List<?> at = next(shown); (int) at.getFirst() >= 0 && stops.size() < MOST_STOPS; at = next(shown)) {
                    stops.add((Integer) at.getFirst());
                    if (!(boolean) at.getLast()) {
                        unseen.add(String.valueOf(at.get(1)));
                    }
                }
                // Then
                assertEquals(List.of(), unseen, page.name());
                assertTrue(stops.size() >= 3 && stops.size() < MOST_STOPS, page.name() + " has stops: " + stops.size());
                assertEquals(stops.stream().sorted().toList(), stops, page.name());
            }
        }
    }

    @Test
    void theFirstStopLeadsPastTheHeader() {
        try (Visitor visitor = Visitor.of(service, Manner.DESK)) {
            Page page = visitor.open("/submissions/" + exhibits.waiting().submissionId());
            // When
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            assertThat(page.locator(".skip")).isInViewport();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            // Then
            assertEquals(true, page.evaluate("() => document.querySelector('main').contains(document.activeElement)"));
        }
    }

    private static List<?> next(Page page) {
        page.keyboard().press("Tab");
        return (List<?>) page.evaluate(FOCUS);
    }
}
