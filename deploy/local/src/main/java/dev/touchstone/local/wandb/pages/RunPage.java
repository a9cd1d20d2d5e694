package dev.touchstone.local.wandb.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** The page of one run. */
public final class RunPage {

    private static final int CONSOLE_LINES = 200;

    private final Runs runs;
    private final Artifacts artifacts;
    private final ArtifactSection artifactSection;

    public RunPage(Runs runs, Artifacts artifacts) {
        this.runs = runs;
        this.artifacts = artifacts;
        this.artifactSection = new ArtifactSection(artifacts);
    }

    Answer answer(EmulatedRun run, Axis axis) {
        List<HistoryRow> history = HistoryRow.of(run.lines().of(EmulatedRun.HISTORY));
        List<HistoryRow> events = HistoryRow.of(run.lines().of(EmulatedRun.EVENTS));
        Html page = Html.join(List.of(RunHeading.of(run, runs.stateOf(run)),
                ViolationList.of(runs.violations().ofRun(run.key().toString())),
                ChartSection.of("Metrics", history, axis, axes(run.key(), axis)),
                ValueTables.summary(run), alerts(run), artifactSection.of(run), HistoryTable.of(history),
                ValueTables.config(run), ChartSection.of("System", events, Axis.TIME, Html.NONE), files(run), console(run)));
        return Layout.page(200, run.displayName() + " · W&B emulator", page);
    }

    private static Html axes(RunKey run, Axis current) {
        List<Html> links = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            links.add(axis == current ? Html.of("<strong>{}</strong>", axis.title())
                    : Html.of("<a href=\"{}?axis={}\">{}</a>", Sections.path(run), axis.key(), axis.title()));
        }
        return Html.of("<p class=\"quiet\">by {}</p>", Html.join(links));
    }

    /** @param path the artifact's id, then the file's path in it */
    Optional<Blob> artifactFile(EmulatedRun run, List<String> path) {
        if (path.size() < 2) {
            return Optional.empty();
        }
        return artifacts.of(run.key()).stream().filter(artifact -> artifact.id().equals(path.getFirst())).findFirst()
                .map(artifact -> artifact.files().get(String.join("/", path.subList(1, path.size()))));
    }

    private static Html files(EmulatedRun run) {
        List<Html> rows = new ArrayList<>();
        run.files().all().forEach((name, content) -> rows.add(Html.of(
                "<tr><td><a href=\"{}{}\">{}</a></td><td class=\"number\">{}</td><td>{}</td></tr>",
                Sections.path(run.key(), "files"), Html.path(name.split("/", -1)), name, content.size(),
                run.files().isReported(name) ? "reported" : "not reported yet")));
        return Sections.table("Files", List.of("Name", "Bytes", "Upload"), rows);
    }

    private static Html alerts(EmulatedRun run) {
        return Sections.table("Alerts", List.of("At", "Severity", "Alert"), run.alerts().all().stream()
                .map(alert -> Html.of("<tr><td class=\"time\">{}</td><td>{}</td><td><strong>{}</strong>{}<br>{}</td></tr>",
                        Layout.time(alert.at()), alert.severity(), alert.title(),
                        alert.delivered() ? "" : " (kept back: the same title came too shortly before)",
                        Layout.shortened(alert.text())))
                .toList());
    }

    private static Html console(EmulatedRun run) {
        List<String> lines = new ArrayList<>(run.lines().of(EmulatedRun.CONSOLE).values());
        if (lines.isEmpty()) {
            return Html.NONE;
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - CONSOLE_LINES), lines.size());
        return Sections.section("Console", Html.of("<p class=\"quiet\">{} of {} lines</p><pre>{}</pre>", last.size(),
                lines.size(), String.join("\n", last)));
    }
}
