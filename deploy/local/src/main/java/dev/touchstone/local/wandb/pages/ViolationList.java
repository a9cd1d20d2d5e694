package dev.touchstone.local.wandb.pages;

import java.util.List;

import dev.touchstone.local.wandb.runs.Violation;

/** What a run's client did wrong; the service would have suffered it without a word. */
final class ViolationList {

    private ViolationList() {
    }

    static Html of(List<Violation> violations) {
        return violations.isEmpty() ? Html.NONE
                : Html.of("""
                        <section class="loss"><h2>Violations</h2><div class="scroll"><table>
                        <thead><tr><th>Rule</th><th>File</th><th class="number">Line</th><th>What</th><th>When</th></tr></thead>
                        <tbody>
                        {}
                        </tbody></table></div></section>
                        """, Html.join(violations.stream().map(ViolationList::row).toList()));
    }

    private static Html row(Violation violation) {
        return Html.of("<tr><td><code>{}</code></td><td>{}</td><td class=\"number\">{}</td><td>{}</td><td>{}</td></tr>",
                violation.rule().key(), violation.place().file(), violation.place().line(),
                Layout.shortened(violation.what()), Layout.time(violation.at()));
    }
}
