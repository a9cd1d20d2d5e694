package dev.touchstone.local.wandb.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Request;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** The pages for people: all runs, one run, and the files that were uploaded. */
public final class Pages {

    private final Runs runs;
    private final RunPage runPage;

    public Pages(Runs runs, RunPage runPage) {
        this.runs = runs;
        this.runPage = runPage;
    }

    public Answer answer(Request request) {
        if (!request.is("GET") && !request.is("HEAD")) {
            return Answer.error(404, "not found");
        }
        List<String> path = request.path();
        if (path.isEmpty()) {
            return index();
        }
        if (path.equals(List.of("assets", "emulator.css"))) {
            return Layout.stylesheet();
        }
        Optional<EmulatedRun> run = path.size() >= 4 && path.get(2).equals("runs")
                ? runs.find(new RunKey(path.get(0), path.get(1), path.get(3)))
                : Optional.empty();
        return run.flatMap(found -> of(found, path.subList(4, path.size()))).orElseGet(Pages::missing);
    }

    private Optional<Answer> of(EmulatedRun run, List<String> rest) {
        if (rest.isEmpty()) {
            return Optional.of(runPage.answer(run));
        }
        String name = String.join("/", rest.subList(1, rest.size()));
        return switch (rest.getFirst()) {
            case "files" -> run.files().find(name).map(Pages::download);
            case "artifacts" -> runPage.artifactFile(run, rest.subList(1, rest.size())).map(Pages::download);
            default -> Optional.empty();
        };
    }

    /** Never shown, whatever it is: it came from a client. */
    private static Answer download(Blob content) {
        return Answer.empty(200).with("Content-Type", "application/octet-stream")
                .with("Content-Disposition", "attachment").carrying(content);
    }

    private static Answer missing() {
        return Layout.page(404, "Not found", Html.of("""
                <h1>Not found</h1>
                <p>No such run or file. <a href="/">All runs</a></p>
                """));
    }

    private Answer index() {
        List<EmulatedRun> newestFirst = new ArrayList<>(runs.all());
        Collections.reverse(newestFirst);
        Html content = newestFirst.isEmpty() ? Html.of("<p class=\"quiet\">No run has been created yet.</p>")
                : Html.of("""
                        <div class="wide"><table>
                        <thead><tr><th>State</th><th>Run</th><th>Project</th><th>Tags</th><th class="number">History lines</th>
                        <th>Last heard of</th></tr></thead>
                        <tbody>
                        {}
                        </tbody></table></div>
                        """, Html.join(newestFirst.stream().map(this::row).toList()));
        return Layout.page(200, "Runs · W&B emulator", Html.of("<h1>Runs</h1>\n{}", content));
    }

    private Html row(EmulatedRun run) {
        RunKey key = run.key();
        int faults = runs.violations().ofRun(key.toString()).size();
        return Html.of("""
                <tr><td>{}</td><td><a href="{}">{}</a><br><code>{}</code>{}</td><td>{}</td><td>{}</td>
                <td class="number">{}</td><td>{}</td></tr>""",
                Layout.state(runs.stateOf(run)), Html.path(key.entity(), key.project(), "runs", key.runId()),
                run.displayName(), key.runId(),
                faults == 0 ? Html.NONE : Html.of(" <span class=\"state failed\">violations: {}</span>", faults),
                key.entity() + "/" + key.project(), String.join(", ", run.profile().tags()),
                run.lines().stored(EmulatedRun.HISTORY),
                Layout.time(run.life().lastSeen()));
    }
}
