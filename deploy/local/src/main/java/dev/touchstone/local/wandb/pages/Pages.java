package dev.touchstone.local.wandb.pages;

import java.util.List;
import java.util.Optional;

import dev.touchstone.local.wandb.artifacts.Storage;
import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Request;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** The pages for people: all runs, one run, and the files that were uploaded. */
public final class Pages {

    private final Runs runs;
    private final RunPage runPage;
    private final IndexPage index;

    public Pages(Runs runs, RunPage runPage) {
        this.runs = runs;
        this.runPage = runPage;
        this.index = new IndexPage(runs);
    }

    public Answer answer(Request request) {
        if (!request.is("GET") && !request.is("HEAD")) {
            return Answer.error(404, "not found");
        }
        List<String> path = request.path();
        if (path.isEmpty()) {
            return index.answer(request);
        }
        if (path.equals(List.of("assets", "emulator.css"))) {
            return Layout.stylesheet();
        }
        Optional<EmulatedRun> run = path.size() >= 4 && path.get(2).equals("runs")
                ? runs.find(new RunKey(path.get(0), path.get(1), path.get(3)))
                : Optional.empty();
        return run.flatMap(found -> of(found, request)).orElseGet(Pages::missing);
    }

    private Optional<Answer> of(EmulatedRun run, Request request) {
        List<String> rest = request.path().subList(4, request.path().size());
        if (rest.isEmpty()) {
            return Optional.of(runPage.answer(run, Axis.of(request.parameter("axis"))));
        }
        String name = String.join("/", rest.subList(1, rest.size()));
        return switch (rest.getFirst()) {
            case "files" -> run.files().find(name).map(Storage::download);
            case "artifacts" -> runPage.artifactFile(run, rest.subList(1, rest.size())).map(Storage::download)
                    .or(() -> rest.size() == 1 ? Optional.of(runPage.answer(run, Axis.STEP)) : Optional.empty());
            default -> Optional.empty();
        };
    }

    private static Answer missing() {
        return Layout.page(404, "Not found", Html.of("""
                <h1>Not found</h1>
                <p>No such run or file. <a href="/">All runs</a></p>
                """));
    }
}
