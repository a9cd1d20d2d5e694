package dev.touchstone.review.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.review.artifacts.EchoServer;
import dev.touchstone.review.pages.PageCatalog.Exhibit;
import dev.touchstone.review.pages.PageCatalog.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What agents, models and W&B say, through every page: shown, and never obeyed. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
class HostilePagesTest {

    /** What the pages are made of. */
    private static final Set<String> ELEMENTS = Set.of("html", "head", "meta", "title", "link", "script", "body", "a", "header",
            "img", "b", "span", "form", "p", "button", "nav", "main", "footer", "section", "div", "h1", "h2", "h3", "ul", "ol",
            "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "code", "pre", "small",
            "blockquote",
            "q", "details", "summary", "fieldset", "legend", "label", "input", "textarea", "select", "option", "datalist",
            "progress", "svg", "g", "rect", "line", "circle", "path", "polyline", "text", "desc", "time", "br", "ins", "del",
            "strong", "em", "i", "figure", "figcaption", "kbd", "mark", "output", "abbr", "aside", "tspan", "template");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "xlink:href", "content");
    private static final int BOUND = 2_000_000;

    @Inject
    Exhibits exhibits;

    @ParameterizedTest
    @CsvSource({ "markup, en, false", "markup, ja, true", "characters, en, false", "characters, ja, true" })
    void hostileTextIsShownAndNeverObeyed(String group, String language, boolean ended) {
        // Given
        String text = group.equals("markup") ? HostileTexts.markup() : HostileTexts.characters();
        Exhibit review = exhibits.hostile(text, ended);
        Set<String> silent = new TreeSet<>();
        for (Page page : PageCatalog.of(review)) {
            // When
            String html = Looking.html(page, language);
            // Then
            Document read = Jsoup.parse(html);
            assertTrue(html.length() < BOUND, page + " is as long as what it was given: " + html.length());
            assertEquals(List.of(), html.codePoints().filter(HostilePagesTest::isTreacherous)
                    .mapToObj(point -> String.format("U+%04X", point)).distinct().toList(), page.name());
            assertEquals(Set.of(), strange(read), page.name());
            assertEquals(List.of(), Looking.foreign(read), page.name());
            assertEquals(List.of(), read.getAllElements().stream().filter(HostilePagesTest::isArmed)
                    .map(Element::toString).toList(), page.name());
            if (!read.wholeText().contains(group.equals("markup") ? "{msg:skip}" : "⟦U+202E⟧gnp.exe")) {
                silent.add(page.name());
            }
        }
        assertEquals(Set.of(), silent, "pages that show nothing of it prove nothing");
    }

    private static Set<String> strange(Document html) {
        return html.getAllElements().stream().map(Element::normalName)
                .filter(name -> !ELEMENTS.contains(name) && !name.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Handlers, styles of its own, and addresses that lead elsewhere than to this service or, marked as such, to W&B. */
    private static boolean isArmed(Element element) {
        return element.attributes().asList().stream().anyMatch(attribute -> {
            String name = attribute.getKey();
            String value = attribute.getValue().strip();
            return name.startsWith("on") || name.equals("style") || name.equals("srcdoc")
                    || (ADDRESSES.contains(name) && !element.normalName().equals("meta") && !leadsHome(element, value));
        });
    }

    private static boolean leadsHome(Element element, String address) {
        boolean away = address.startsWith("https://") || address.startsWith("http://");
        return away ? element.attr("rel").contains("noreferrer") && element.normalName().equals("a")
                : address.matches("#.*|\\?.*|/(?!/).*");
    }

    /** Controls, direction marks, halves of characters, and what looks like nothing. */
    private static boolean isTreacherous(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t';
            case Character.FORMAT -> point != 0x200D;
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
