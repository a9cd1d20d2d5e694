package dev.touchstone.review.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.review.artifacts.EchoServer;
import dev.touchstone.review.pages.PageCatalog.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What holds for every page. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
class PageCatalogTest {

    /** It leads to the identity provider, and shows nothing itself. */
    private static final Set<String> NO_PAGES = Set.of("/sign-in/provider");

    @Inject
    BeanManager beans;

    @Inject
    Exhibits exhibits;

    @Test
    void theCatalogHasEveryPage() {
        // Given
        List<String> paths = pages().map(page -> page.path().replaceAll("\\?.*", "")).toList();
        // When
        Set<String> missing = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>> map(bean -> bean.getBeanClass()).distinct().flatMap(PageCatalogTest::addresses)
                .filter(address -> !NO_PAGES.contains(address) && paths.stream().noneMatch(path -> path.matches(address)))
                .collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertEquals(Set.of(), missing, "add a line to PageCatalog");
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void everyPageIsWholeInEitherLanguage(String language) {
        pages().forEach(page -> {
            // When
            Document html = Looking.at(page, language);
            // Then
            assertEquals(language, html.select("html").attr("lang"), page.name());
            assertTrue(html.title().endsWith(" · Touchstone") && html.title().length() > " · Touchstone".length(),
                    html.title());
            assertEquals(1, html.select("h1").size(), page.name());
            assertEquals(1, html.select("main#content").size(), page.name());
            assertEquals(List.of(), repeated(html.select("[id]").eachAttr("id")), page.name());
        });
    }

    @Test
    void noPageHasAnythingInline() {
        pages().forEach(page -> {
            // When
            Document html = Looking.at(page, "en");
            // Then
            assertEquals(List.of(), Looking.foreign(html), page.name());
            assertEquals(List.of(), html.select("style, [style], iframe, object, embed, base").eachText(), page.name());
            assertEquals(List.of(), html.getAllElements().stream().flatMap(PageCatalogTest::handlers).toList(), page.name());
        });
    }

    private static Stream<String> handlers(Element element) {
        return element.attributes().asList().stream().map(attribute -> attribute.getKey())
                .filter(name -> name.startsWith("on"));
    }

    private static List<String> repeated(List<String> ids) {
        return ids.stream().filter(id -> ids.indexOf(id) != ids.lastIndexOf(id)).distinct().toList();
    }

    private Stream<Page> pages() {
        return Stream.of(PageCatalog.of(exhibits.waiting()), PageCatalog.of(exhibits.published()), PageCatalog.others())
                .flatMap(List::stream);
    }

    /** As patterns of what stands in an address line. */
    private static Stream<String> addresses(Class<?> resource) {
        Path base = resource.getAnnotation(Path.class);
        return base == null ? Stream.empty()
                : Arrays.stream(resource.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(GET.class) && isPage(resource, method))
                        .map(method -> pattern(base.value() + "/" + Optional.ofNullable(method.getAnnotation(Path.class))
                                .map(Path::value).orElse("")));
    }

    private static boolean isPage(Class<?> resource, Method method) {
        @Nullable
        Produces own = method.getAnnotation(Produces.class);
        @Nullable
        Produces produces = own == null ? resource.getAnnotation(Produces.class) : own;
        return produces != null && Arrays.stream(produces.value()).anyMatch(type -> type.startsWith("text/html"));
    }

    private static String pattern(String template) {
        return ("/" + template).replaceAll("\\{[^}]*}", "[^/]+").replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
