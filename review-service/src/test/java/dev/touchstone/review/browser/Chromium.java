package dev.touchstone.review.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * The one browser of all tests that look: started for the first of them, gone with the JVM, whose end its driver notices.
 * Without an installed Chromium these tests are skipped and say so; in CI, where nobody reads that, they fail instead.
 */
final class Chromium implements ExecutionCondition {

    /** As {@code -Dchromium=/opt/chrome/chrome}; {@code none} where a build is not to look. */
    private static final String PROPERTY = "chromium";
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final String MISSING = "No Chromium here, so nobody looks at the pages: install it, or name it with -Dchromium=PATH";

    private static @Nullable Browser browser;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (installed().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        boolean named = System.getProperty(PROPERTY) != null;
        return System.getenv("CI") == null || named ? ConditionEvaluationResult.disabled(MISSING)
                : ConditionEvaluationResult.enabled("it will fail: CI is where the pages have to be looked at");
    }

    static synchronized Browser browser() {
        Browser started = browser == null ? start() : browser;
        browser = started;
        return started;
    }

    private static Browser start() {
        Path executable = installed().orElseThrow(() -> new AssertionError(MISSING));
        Playwright playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                        "--disable-background-networking")));
    }

    private static Optional<Path> installed() {
        String named = System.getProperty(PROPERTY);
        return (named == null ? PLACES.stream() : Stream.of(named)).map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
