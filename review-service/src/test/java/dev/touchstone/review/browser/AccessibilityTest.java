package dev.touchstone.review.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.deque.html.axecore.playwright.AxeBuilder;
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

/** WCAG 2.2 AA as far as a program can tell, on every page, in every colour and width. */
@QuarkusTest
@ExtendWith(Chromium.class)
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeDouble.class, scope = TestResourceScope.GLOBAL)
class AccessibilityTest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String SETTLED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))";
    private static final String CHECK = """
            async rules => (await axe.run({ runOnly: rules, resultTypes: ['violations'] })).violations.flatMap(rule =>
                rule.nodes.map(node => `${rule.id} ${node.target} ${node.html} ${node.failureSummary.replaceAll('\\n', ' ')}`))""";
    private static final String WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";
    private static final String MOVING = """
            () => [...document.querySelectorAll('*')].map(each => getComputedStyle(each)).some(style =>
                [style.transitionDuration, style.animationDuration].some(times =>
                    times.split(',').some(time => parseFloat(time) > 0)))""";

    @TestHTTPResource("/")
    URI service;

    @Inject
    Exhibits exhibits;

    @ParameterizedTest
    @CsvSource({ "en, LIGHT", "ja, DARK" })
    void everybodyCanUseEveryPage(String language, ColorScheme colours) {
        // Given
        Set<String> wrong = new TreeSet<>();
        for (PageCatalog.Page page : pages()) {
            try (Visitor visitor = Visitor.of(service, Manner.DESK.in(language).in(colours).as(page.key()))) {
                visitor.bring(AxeBuilder.getAxeScript());
                // When
                Page shown = visitor.open(page.path());
                // Then
                for (int width : List.of(Manner.WIDE, Manner.NARROW)) {
                    shown.setViewportSize(width, Manner.HEIGHT);
                    faults(shown).forEach(fault -> wrong.add(page.name() + " " + width + " " + colours + ": " + fault));
                }
                wrong.addAll(visitor.complaints());
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    /** A check that finds nothing anywhere proves nothing. */
    @Test
    void whatNotEverybodyCanUseIsFound() {
        try (Visitor visitor = Visitor.of(service, Manner.DESK.as(null).at(Manner.NARROW))) {
            visitor.bring(AxeBuilder.getAxeScript());
            Page page = visitor.open("/sign-in");
            // When
            page.evaluate(
                    """
                            () => {
                              document.documentElement.removeAttribute('lang');
                              document.querySelector('h1').className = 'faint';
                              document.querySelector('main').append(document.createElement('img'), document.createElement('button'));
                              document.styleSheets[0].insertRule('.faint { color: #ddd !important; width: 90rem; transition: opacity 1s; }');
                            }""");
            // Then
            String faults = String.join("\n", faults(page));
            for (String rule : List.of("html-has-lang", "color-contrast", "image-alt", "button-name", "is wider", "moves")) {
                assertTrue(faults.contains(rule), rule + " is not in " + faults);
            }
        }
    }

    private static List<String> faults(Page shown) {
        shown.evaluate(SETTLED);
        Stream<String> rules = ((List<?>) shown.evaluate(CHECK, RULES)).stream().map(String::valueOf);
        Stream<String> own = Map.of("is wider than its window", WIDER, "moves", MOVING).entrySet().stream()
                .filter(fault -> Boolean.TRUE.equals(shown.evaluate(fault.getValue()))).map(Map.Entry::getKey);
        return Stream.concat(rules, own).toList();
    }

    private List<PageCatalog.Page> pages() {
        return Stream.of(PageCatalog.of(exhibits.waiting()), PageCatalog.of(exhibits.published()).subList(1, 2),
                PageCatalog.of(exhibits.begun()).subList(1, 2), PageCatalog.others()).flatMap(List::stream).toList();
    }
}
