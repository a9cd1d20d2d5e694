package dev.touchstone.review.pages;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.testing.TestKeys;

/**
 * Every page of the service with an example address. A new page is a new line here, or {@code PageCatalogTest} fails; then all
 * that is asked of every page is asked of it: that nothing inline or hostile runs in it, in either language, and that everybody
 * can use it.
 */
public final class PageCatalog {

    /** An agent of a hostile name has no page of its own: its name cannot stand in an address. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9/?&=:._-]+");

    private PageCatalog() {
    }

    /**
     * What the example addresses lead to.
     *
     * @param report digest of its {@code judge_report.jsonl}
     */
    public record Exhibit(UUID submissionId, String agentId, String report) {
    }

    /**
     * @param name for a file name
     * @param key who looks; null for nobody who is known
     * @param status that it answers with
     */
    public record Page(String name, String path, @Nullable String key, int status) {

        Page(String name, String path) {
            this(name, path, TestKeys.REVIEWER, 200);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Pages that show a review, or are about it. */
    public static List<Page> of(Exhibit review) {
        String submission = "/submissions/" + review.submissionId();
        return Stream.of(
                new Page("queue", "/?q=" + review.submissionId()),
                new Page("overview", submission),
                new Page("security", submission + "/security"),
                new Page("functional", submission + "/functional"),
                new Page("functional-line", submission + "/functional?line=1"),
                new Page("judge", submission + "/judge"),
                new Page("judge-line", submission + "/judge?line=1"),
                new Page("relay", submission + "/relay"),
                new Page("artifact", submission + "/artifacts/" + review.report()),
                new Page("artifact-tree", submission + "/artifacts/" + review.report() + "?line=1"),
                new Page("ledger", submission + "/ledger"),
                new Page("timeline", submission + "/timeline"),
                new Page("agent", "/agents/" + review.agentId()))
                .filter(page -> ADDRESS.matcher(page.path()).matches()).toList();
    }

    /** Pages that show no review. */
    public static List<Page> others() {
        return List.of(
                new Page("dead-letters", "/dead-letters", TestKeys.OPERATOR, 200),
                new Page("runs", "/runs", TestKeys.OPERATOR, 200),
                new Page("queue-empty", "/?q=nothing-is-named-so"),
                new Page("sign-in", "/sign-in", null, 200),
                new Page("signed-out", "/sign-in?signed=out", null, 200),
                new Page("not-found", "/no-such-page", TestKeys.REVIEWER, 404));
    }
}
