package dev.touchstone.local.wandb.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Request;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.RunState;
import dev.touchstone.local.wandb.runs.Runs;

/** All runs, newest first; by words and by state if there are many. */
final class IndexPage {

    private static final int PAGE = 200;

    private final Runs runs;

    IndexPage(Runs runs) {
        this.runs = runs;
    }

    Answer answer(Request request) {
        String words = request.parameter("q");
        String state = request.parameter("state");
        List<EmulatedRun> wanted = new ArrayList<>(runs.all().stream()
                .filter(run -> state.isEmpty() || runs.stateOf(run).key().equals(state))
                .filter(run -> text(run).contains(words.toLowerCase(Locale.ROOT))).toList());
        Collections.reverse(wanted);
        int from = Math.min(number(request.parameter("from")), wanted.size());
        List<EmulatedRun> shown = wanted.subList(from, Math.min(wanted.size(), from + PAGE));
        Html content = runs.all().isEmpty() ? Html.of("<p class=\"quiet\">No run has been created yet.</p>")
                : Html.join(List.of(form(words, state), count(request, shown, from, wanted), table(shown)));
        return Layout.page(200, "Runs · W&B emulator", Html.of("<h1>Runs</h1>\n{}{}", violations(), content));
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static String text(EmulatedRun run) {
        return String.join(" ", run.key().toString(), run.displayName(),
                Objects.requireNonNullElse(run.profile().text("groupName"), ""), String.join(" ", run.profile().tags()))
                .toLowerCase(Locale.ROOT);
    }

    private Html violations() {
        long count = runs.violations().count();
        return count == 0 ? Html.NONE
                : Html.of(
                        "<p><span class=\"state failed\">violations: {}</span> <a href=\"/admin/violations\">all as JSON</a></p>",
                        count);
    }

    private static Html form(String words, String state) {
        List<Html> states = new ArrayList<>();
        for (RunState each : RunState.values()) {
            states.add(each.key().equals(state) ? Html.of("<option selected>{}</option>", each.key())
                    : Html.of("<option>{}</option>", each.key()));
        }
        return Html.of("""
                <form method="get" action="/"><label>Words <input name="q" value="{}"></label>
                <label>State <select name="state"><option value="">any</option>{}</select></label>
                <button>Filter</button></form>
                """, words, Html.join(states));
    }

    private static Html count(Request request, List<EmulatedRun> shown, int from, List<EmulatedRun> wanted) {
        Html next = from + PAGE < wanted.size()
                ? Html.of(" · <a href=\"/?from={}&amp;q={}&amp;state={}\">older</a>", from + PAGE,
                        encoded(request.parameter("q")), encoded(request.parameter("state")))
                : Html.NONE;
        return Html.of("<p class=\"quiet\">{} of {} runs{}</p>", shown.size(), wanted.size(), next);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Html table(List<EmulatedRun> shown) {
        return Html.of("""
                <div class="wide"><table>
                <thead><tr><th>State</th><th>Run</th><th>Project</th><th>Group</th><th>Tags</th>
                <th class="number">History lines</th><th>Last heard of</th></tr></thead>
                <tbody>
                {}
                </tbody></table></div>
                """, Html.join(shown.stream().map(this::row).toList()));
    }

    private Html row(EmulatedRun run) {
        RunKey key = run.key();
        int violations = runs.violations().ofRun(key.toString()).size();
        return Html.of("""
                <tr><td>{}</td><td><a href="{}">{}</a><br><code>{}</code>{}</td><td>{}</td><td>{}</td><td>{}</td>
                <td class="number">{}</td><td class="time">{}</td></tr>""",
                Layout.state(runs.stateOf(run)), Sections.path(key), run.displayName(), key.runId(),
                violations == 0 ? Html.NONE : Html.of(" <span class=\"state failed\">violations: {}</span>", violations),
                key.entity() + "/" + key.project(), run.profile().text("groupName"),
                String.join(", ", run.profile().tags()), run.lines().stored(EmulatedRun.HISTORY),
                Layout.time(run.life().lastSeen()));
    }
}
