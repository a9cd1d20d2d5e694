package dev.touchstone.local.wandb.pages;

import java.util.List;

import dev.touchstone.local.wandb.runs.RunKey;

/** The parts that pages are made of. */
final class Sections {

    private Sections() {
    }

    static Html section(String title, Html content) {
        return Html.of("<section><h2>{}</h2>{}</section>", title, content);
    }

    /** A table with headings, or nothing where there is no row. */
    static Html table(String title, List<String> headings, List<Html> rows) {
        return rows.isEmpty() ? Html.NONE
                : section(title,
                        Html.of("""
                                <div class="wide"><table><thead><tr>{}</tr></thead><tbody>
                                {}
                                </tbody></table></div>""",
                                Html.join(headings.stream().map(heading -> Html.of("<th>{}</th>", heading)).toList()),
                                Html.join(rows)));
    }

    /** The path of a run's page, or of something below it. */
    static String path(RunKey run, String... below) {
        return Html.path(run.entity(), run.project(), "runs", run.runId()) + Html.path(below);
    }

    static Html link(RunKey run) {
        return Html.of("<a href=\"{}\">{}</a>", path(run), run.runId());
    }
}
