package dev.touchstone.review.browser;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;

/** Somebody at a browser. What the browser complains of is kept, and so is every request to another place. */
final class Visitor implements AutoCloseable {

    private static final String COOKIE = "touchstone-session";
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private final BrowserContext context;
    private final URI service;
    private final List<String> complaints = new ArrayList<>();
    private final Page page;

    private Visitor(BrowserContext context, URI service) {
        this.context = context;
        this.service = service;
        page = context.newPage();
        page.onConsoleMessage(this::heed);
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(this::heed);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /** One who is signed in already, where somebody is. */
    static Visitor of(URI service, Manner manner) {
        BrowserContext context = Chromium.browser().newContext(manner.options());
        @Nullable
        String key = manner.key();
        if (key != null) {
            context.addCookies(List.of(new Cookie(COOKIE, SESSIONS.computeIfAbsent(key, Visitor::signIn))
                    .setUrl(service.toString()).setHttpOnly(true)));
        }
        return new Visitor(context, service);
    }

    private static String signIn(String key) {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded").formParam("key", key).post("/sign-in").then()
                .statusCode(303).extract().cookie(COOKIE);
    }

    /** Opens a page of the service. */
    Page open(String path) {
        page.navigate(service.resolve(path).toString());
        return page;
    }

    /** A script of the browser's own, as an extension would, which no page's policy holds for. */
    void bring(String script) {
        context.addInitScript(script);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void heed(ConsoleMessage message) {
        // A page that answers 404 or 409 is one that works.
        if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
            complaints.add("console: " + message.text());
        }
    }

    private void heed(Request request) {
        if (!request.url().startsWith(service.resolve("/").toString())) {
            complaints.add("elsewhere: " + request.url());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
