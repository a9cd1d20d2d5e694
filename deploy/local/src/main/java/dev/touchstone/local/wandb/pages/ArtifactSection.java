package dev.touchstone.local.wandb.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.artifacts.EmulatedArtifact;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;

/** The artifacts that a run logged and used, with what they hold and whom they join. */
final class ArtifactSection {

    private final Artifacts artifacts;

    ArtifactSection(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    Html of(EmulatedRun run) {
        List<String> headings = List.of("Artifact", "Files", "Digest", "Used by");
        return Html.join(List.of(
                Sections.table("Artifacts", headings,
                        artifacts.of(run.key()).stream().map(artifact -> row(run.key(), artifact)).toList()),
                Sections.table("Artifacts used", List.of("Artifact", "Files", "Digest", "Logged by"),
                        run.used().stream().flatMap(id -> artifacts.find(id).stream()).map(this::usedRow).toList())));
    }

    private Html row(RunKey run, EmulatedArtifact artifact) {
        return Html.of("<tr><td>{}</td><td>{}</td><td><code>{}</code></td><td>{}</td></tr>", title(artifact),
                files(run, artifact), artifact.announcement().digest(), runs(artifact.users()));
    }

    private Html usedRow(EmulatedArtifact artifact) {
        return Html.of("<tr><td>{}</td><td>{} files</td><td><code>{}</code></td><td>{}</td></tr>", title(artifact),
                artifact.files().size(), artifact.announcement().digest(), runs(artifact.loggers()));
    }

    private Html title(EmulatedArtifact artifact) {
        List<String> aliases = artifact.committed() ? artifacts.collection(artifact).aliasesOf(artifact)
                : artifact.announcement().aliases();
        String metadata = artifact.metadata();
        String description = artifact.description();
        return Html.of("{} {}<br><span class=\"quiet\">{} · {}</span>{}{}", artifact.displayName(),
                Html.join(aliases.stream().map(alias -> Html.of("<span class=\"alias\">{}</span>", alias)).toList()),
                artifact.announcement().type(), artifact.committed() ? "committed" : "pending",
                description == null ? Html.NONE : Html.of("<br>{}", Layout.shortened(description)),
                metadata == null ? Html.NONE : Html.of("<br><code>{}</code>", Layout.shortened(metadata)));
    }

    private static Html files(RunKey run, EmulatedArtifact artifact) {
        List<Html> files = new ArrayList<>();
        artifact.files().forEach((path, content) -> files.add(Html.of(
                "<a href=\"{}{}\">{}</a> <span class=\"quiet\">{} bytes · <code>{}</code></span><br>",
                Sections.path(run, "artifacts", artifact.id()), Html.path(path.split("/", -1)), path, content.size(),
                content.md5())));
        return Html.join(files);
    }

    private static Html runs(Set<RunKey> runs) {
        return runs.isEmpty() ? Html.of("–") : Html.join(runs.stream().map(Sections::link).toList());
    }
}
