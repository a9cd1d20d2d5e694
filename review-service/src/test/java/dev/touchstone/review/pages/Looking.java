package dev.touchstone.review.pages;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import dev.touchstone.review.KnownKeys;
import dev.touchstone.review.pages.PageCatalog.Page;
import io.restassured.specification.RequestSpecification;

/** Opens pages as a browser without script would. */
final class Looking {

    private Looking() {
    }

    static Document at(Page page, String language) {
        return Jsoup.parse(html(page, language));
    }

    static String html(Page page, String language) {
        RequestSpecification reader = page.key() == null ? given() : KnownKeys.as(page.key());
        var answer = reader.accept("text/html").cookie("lang", language).get(page.path());
        assertEquals(page.status(), answer.statusCode(), page.path());
        return answer.asString();
    }

    /** What a page loads that is no file of this service, under an address that changes with it, or that is inline. */
    static List<Element> foreign(Document html) {
        return html.select("script, link, img").stream().filter(element -> !element.html().isEmpty()
                || !element.attr(element.hasAttr("src") ? "src" : "href").matches("/[a-z]+\\.(js|css|svg)\\?v=[0-9a-f]{12}"))
                .toList();
    }
}
