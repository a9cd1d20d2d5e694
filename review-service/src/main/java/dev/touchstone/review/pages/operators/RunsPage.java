package dev.touchstone.review.pages.operators;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.submission.CaseHead;
import io.quarkus.qute.TemplateInstance;

/** The W&amp;B runs that wait. */
record RunsPage(View view, Frame frame) implements TemplateInstance {

    /**
     * @param state that is asked for, empty for all
     * @param older null where there is nothing older
     */
    record View(String state, List<Line> lines, long count, @Nullable String older) {

        public List<String> states() {
            return List.of("", "offline", "catching-up");
        }
    }

    /** @param since empty where it is not known */
    record Line(String href, Shown agent, Shown revision, CaseHead.Run run, String since) {
    }
}
