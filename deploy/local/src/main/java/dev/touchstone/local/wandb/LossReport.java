package dev.touchstone.local.wandb;

import java.util.ArrayList;
import java.util.List;

/** What the service would have lost without a word. */
final class LossReport {

    private LossReport() {
    }

    static Html of(EmulatedRun run) {
        List<Html> lines = new ArrayList<>();
        run.gaps().forEach(gap -> lines.add(Html.of("<li><code>{}</code>: lines {} to {} were skipped</li>", gap.file(),
                gap.first(), gap.last())));
        run.conflicts().forEach(conflict -> lines.add(Html.of(
                "<li><code>{}</code>: line {} was overwritten<br><code>{}</code><br>by<br><code>{}</code></li>",
                conflict.file(), conflict.line(), Layout.shortened(conflict.before()), Layout.shortened(conflict.after()))));
        return lines.isEmpty() ? Html.NONE
                : Html.of("<section class=\"loss\"><h2>Lost lines</h2><ul>{}</ul></section>", Html.join(lines));
    }
}
