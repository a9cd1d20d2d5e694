package dev.touchstone.local.wandb.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.artifacts.EmulatedArtifact;
import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** The page of one run. */
public final class RunPage {

    private static final int CONSOLE_LINES = 200;

    private final Runs runs;
    private final Artifacts artifacts;

    public RunPage(Runs runs, Artifacts artifacts) {
        this.runs = runs;
        this.artifacts = artifacts;
    }

    public Answer answer(EmulatedRun run) {
        List<HistoryRow> history = HistoryRow.of(run.lines().of(EmulatedRun.HISTORY));
        Html page = Html.join(List.of(RunHeading.of(run, runs.stateOf(run)),
                ViolationList.of(runs.violations().ofRun(run.key().toString())), Chart.of(history),
                values("Summary", run.summary()),
                HistoryTable.of(history), config(run), files(run), logged(run), alerts(run), console(run)));
        return Layout.page(200, run.displayName() + " · W&B emulator", page);
    }

    /** @param path the artifact's id, then the file's path in it */
    public Optional<Blob> artifactFile(EmulatedRun run, List<String> path) {
        if (path.size() < 2) {
            return Optional.empty();
        }
        return artifacts.of(run.key()).stream().filter(artifact -> artifact.id().equals(path.getFirst())).findFirst()
                .map(artifact -> artifact.files().get(String.join("/", path.subList(1, path.size()))));
    }

    private static Html values(String title, @Nullable String json) {
        if (json == null) {
            return Html.NONE;
        }
        List<Html> rows = Json.parse(json)
                .map(object -> object.properties().stream().map(member -> row(member.getKey(), member.getValue())).toList())
                .orElseGet(() -> List.of(Html.of("<tr><td colspan=\"2\"><code>{}</code></td></tr>", Layout.shortened(json))));
        return section(title, Html.of("<div class=\"wide\"><table class=\"values\"><tbody>{}</tbody></table></div>",
                Html.join(rows)));
    }

    /** A config's members are wrapped: {@code {"lr": {"value": 0.1}}}. */
    private static Html config(EmulatedRun run) {
        return Json.parse(run.profile().config()).map(config -> {
            List<Html> rows = config.properties().stream()
                    .map(member -> row(member.getKey(), member.getValue().path("value"))).toList();
            return section("Config", Html.of("<div class=\"wide\"><table class=\"values\"><tbody>{}</tbody></table></div>",
                    Html.join(rows)));
        }).orElse(Html.NONE);
    }

    private static Html row(String name, JsonNode value) {
        return Html.of("<tr><th scope=\"row\"><code>{}</code></th><td>{}</td></tr>", name,
                Layout.shortened(HistoryRow.display(value)));
    }

    private static Html files(EmulatedRun run) {
        RunKey key = run.key();
        List<Html> rows = new ArrayList<>();
        run.files().all().forEach((name, content) -> rows.add(Html.of(
                "<tr><td><a href=\"{}\">{}</a></td><td class=\"number\">{} bytes</td><td>{}</td></tr>",
                Html.path(key.entity(), key.project(), "runs", key.runId(), "files") + Html.path(name.split("/", -1)), name,
                content.size(), run.files().isReported(name) ? "reported" : "not reported yet")));
        return table("Files", rows);
    }

    private Html logged(EmulatedRun run) {
        List<Html> rows = artifacts.of(run.key()).stream().map(artifact -> artifact(run.key(), artifact)).toList();
        Html used = run.used().isEmpty() ? Html.NONE : Html.of("<p>Used: {}</p>", String.join(", ", run.used()));
        return Html.join(List.of(table("Artifacts", rows), used));
    }

    private static Html artifact(RunKey key, EmulatedArtifact artifact) {
        List<Html> files = new ArrayList<>();
        for (Map.Entry<String, Blob> file : artifact.files().entrySet()) {
            files.add(Html.of("<a href=\"{}\">{}</a> ({} bytes)<br>",
                    Html.path(key.entity(), key.project(), "runs", key.runId(), "artifacts", artifact.id())
                            + Html.path(file.getKey().split("/", -1)),
                    file.getKey(), file.getValue().size()));
        }
        return Html.of("<tr><td>{}<br><span class=\"quiet\">{} · {} · {}</span></td><td>{}</td><td><code>{}</code></td></tr>",
                artifact.displayName(), artifact.announcement().type(), String.join(", ", artifact.announcement().aliases()),
                artifact.committed() ? "committed" : "pending", Html.join(files), artifact.announcement().digest());
    }

    private static Html alerts(EmulatedRun run) {
        return table("Alerts", run.alerts().all().stream()
                .map(alert -> Html.of("<tr><td>{}</td><td>{}</td><td><strong>{}</strong><br>{}</td></tr>",
                        Layout.time(alert.at()), alert.severity(), alert.title(), Layout.shortened(alert.text())))
                .toList());
    }

    private static Html console(EmulatedRun run) {
        List<String> lines = new ArrayList<>(run.lines().of(EmulatedRun.CONSOLE).values());
        if (lines.isEmpty()) {
            return Html.NONE;
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - CONSOLE_LINES), lines.size());
        return section("Console", Html.of("<pre>{}</pre>", String.join("\n", last)));
    }

    private static Html table(String title, List<Html> rows) {
        return rows.isEmpty() ? Html.NONE
                : section(title, Html.of("<div class=\"wide\"><table><tbody>{}</tbody></table></div>", Html.join(rows)));
    }

    private static Html section(String title, Html content) {
        return Html.of("<section><h2>{}</h2>{}</section>", title, content);
    }
}
